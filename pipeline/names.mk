# names.mk - STUDY and NAME stand in recipes and in names of files: what the
# shell or make would read in another way is refused before either sees it, by
# make itself.  (A study.mk is make's own language, and runs: study.5.)
empty :=
comma := ,
hash  := \#
open  := (
close := )
odd_signs = ' " ` \ ; & | < > * ? [ ] { } ! ^ ~ % : $$ $(hash) $(open) $(close)
# What is odd in a text: nothing, if it can be a word for make and for the shell.
odd = $(strip $(foreach c,$(odd_signs),$(findstring $c,$(1))) \
	$(if $(word 2,x$(1)x),blank))
# The same of a name that stands in names of files, lists and options.
odd_name = $(call odd,$(1))$(findstring /,$(1))$(findstring $(comma),$(1))$(findstring =,$(1))$(filter -% .%,$(1))

# Words of the shell: a text; variables with their values, as NAME='value'.
q      = '$(subst ','\'',$(1))'
quoted = $(foreach v,$(1),$(v)=$(call q,$($(v))))
# What a study.mk may set (study.5), beside READ_file, META_attribute, AGAINST_name.
STUDY_VARIABLES := TITLE TEXTS READ META NO_WORDS SELECT ONLY COMPARE LEAST_WORDS LEAST_TIMES TREND_TIMES TOKENISE STEM LEMMATISE \
	COUNT POS PARTS PERIOD AGAINST THEMES THEME_LABELS STOPLISTS PIVOTS COOCCURRENTS SEED CHOICES CLASSES CLASSES_OPTIONS \
	SEGMENTS SHEETS WORKBOOK SHARD REPORT_LANG CHECK ENGINE TASKS RANGES \
	SLURM_PARTITION SLURM_ACCOUNT SLURM_MEM SLURM_TIME SLURM_OPTIONS SLURM_WAIT

# The value as it was given: to expand it would run what is in it.
STUDY ?= corpus/sample
$(foreach v,STUDY NAME B W OUT,$(if $(findstring $$,$(value $v)),$(if \
	$(filter command environment,$(firstword $(origin $v))),$(error tribune: $v: no $$ in it: '$(value $v)'))))

override STUDY := $(patsubst %/,%,$(STUDY))
ifeq ($(STUDY),)
$(error tribune: STUDY: no folder; STUDY=path/to/folder names one with texts and a study.mk)
endif
ifneq ($(call odd,$(STUDY)),)
$(error tribune: STUDY: make cannot handle this path: no blank, ' or % : # $$ ~ ; and the like in the study's folder ('tribune reports FOLDER' takes any))
endif
ifneq ($(filter -%,$(STUDY)),)
override STUDY := ./$(STUDY)
endif
NAME ?= $(notdir $(abspath $(STUDY)))
ifneq ($(or $(call odd,$(NAME)),$(findstring /,$(NAME)),$(filter -% .%,$(NAME)),$(if $(NAME),,empty)),)
$(error tribune: NAME: '$(NAME)' cannot name reports and folders: letters, digits, . _ and -, a letter or digit first (NAME=...))
endif

W     := $(B)/study/$(NAME)
OUT   := reports/$(NAME)
GOALS := $(sort reports check sensitivity $(filter $(W)/% $(OUT)/%,$(MAKECMDGOALS)))
# Is anything to be built?  Not by the make that a study's files are made by, nor
# by the one that starts it.
BUILDS := $(if $(or $(filter study task,$(LOCKED)),$(filter-out $(B)/bin,$(TRIBUNE_LIBEXEC))),,$(or $(if $(MAKECMDGOALS),,all),$(filter-out $(GOALS),$(MAKECMDGOALS))))
$(foreach v,B W OUT,$(if $(call odd,$($v)),$(error tribune: $v: make cannot handle this path: $($v))))
