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

# What make says, in the language of the reports: $(call told,FORMAT,A,B) is a message,
# $(call fail,FORMAT,A,B) an error; $(call stop), where another one has said why.
define speak
MESSAGES := $$(if $$(word 2,$$(REPORT_LANG)),,$$(wildcard pipeline/messages/$$(strip $$(REPORT_LANG)).tsv))
ifneq ($$(MESSAGES),)
export TRIBUNE_MESSAGES := $$(CURDIR)/$$(MESSAGES)
endif
endef
$(eval $(speak))
told = $(shell $(call quoted,TRIBUNE_MESSAGES) sh pipeline/messages.sh $(call q,$(1))$(if $(2), $(call q,$(2)))$(if $(3), $(call q,$(3))))
fail = $(error tribune: $(call told,$(1),$(2),$(3)))
# (3: by the system's fault, locked.sh)
stop = $(eval STOPPED := $(filter 3,$(.SHELLSTATUS)))$(eval STOP := $(call told,nothing is made))
stop += $(error $(STOP)$(if $(STOPPED), (3)))
# What has other signs than these may have such as a terminal obeys.
plain_signs := a b c d e f g h i j k l m n o p q r s t u v w x y z A B C D E F G H I J K L M N O P Q R S T U V W X Y Z \
	0 1 2 3 4 5 6 7 8 9 . _ / -
less     = $(if $(2),$(call less,$(subst $(firstword $(2)),,$(1)),$(wordlist 2,99,$(2))),$(1))
controls = $(if $(call less,$(1),$(plain_signs)),$(shell case $(call q,$(1)) in (*[[:cntrl:]]*) echo control ;; esac))

# The value as it was given: to expand it would run what is in it.
STUDY ?= corpus/sample
$(foreach v,STUDY NAME B W OUT,$(if $(findstring $$,$(value $v)),$(if \
	$(filter command environment,$(firstword $(origin $v))),$(call fail,%s: no $$ in it: '%s',$v,$(value $v)))))

override STUDY := $(patsubst %/,%,$(STUDY))
ifeq ($(STUDY),)
$(call fail,STUDY: no folder; STUDY=path/to/folder names one with texts and a study.mk)
endif
ifneq ($(call odd,$(STUDY))$(call controls,$(STUDY)),)
$(call fail,%s: make cannot handle this path: no blank$(comma) ' or %% : $(hash) $$ ~ ; in the study's folder ('tribune reports FOLDER' takes any),STUDY)
endif
ifneq ($(filter -%,$(STUDY)),)
override STUDY := ./$(STUDY)
endif
NAME ?= $(notdir $(abspath $(STUDY)))
ifneq ($(or $(call odd,$(NAME)),$(findstring /,$(NAME)),$(filter -% .%,$(NAME)),$(if $(NAME),,empty),$(call controls,$(NAME))),)
$(call fail,NAME: '%s' cannot name reports and folders: letters$(comma) digits$(comma) . _ and -$(comma) a letter or digit first (NAME=...),$(NAME))
endif

W     := $(B)/study/$(NAME)
OUT   := reports/$(NAME)
GOALS := $(sort reports check sensitivity $(filter $(W)/% $(OUT)/%,$(MAKECMDGOALS)))
# Is anything to be built?  Not by the make that a study's files are made by, nor
# by the one that starts it.
BUILDS := $(if $(or $(filter study task,$(LOCKED)),$(filter-out $(B)/bin,$(TRIBUNE_LIBEXEC))),,$(or $(if $(MAKECMDGOALS),,all),$(filter-out $(GOALS),$(MAKECMDGOALS))))
$(foreach v,B W OUT,$(if $(strip $($v)),,$(call fail,%s is empty: a folder,$v))$(if $(call odd,$($v))$(call controls,$($v)),$(call fail,%s: make cannot handle this path: %s,$v,$($v))))
