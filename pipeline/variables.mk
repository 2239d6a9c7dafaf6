# variables.mk - what a study sets, looked at before anything is made: a value
# that cannot be meant is refused, a variable that nothing reads is told.
# BEFORE holds the variables that there were before study.mk.
STUDY_VARIABLES := TITLE TEXTS READ META NO_WORDS SELECT ONLY COMPARE LEAST_WORDS TOKENISE STEM LEMMATISE \
	COUNT PARTS PERIOD AGAINST THEMES THEME_LABELS STOPLISTS PIVOTS CLASSES CLASSES_OPTIONS \
	SEGMENTS SHEETS WORKBOOK SHARD REPORT_LANG CHECK ENGINE TASKS RANGES \
	SLURM_PARTITION SLURM_ACCOUNT SLURM_MEM SLURM_TIME SLURM_OPTIONS SLURM_WAIT
refuse = $(error tribune: $(STUDY): $(1))

ifneq ($(GIVEN),$(STUDY) $(NAME) $(B) $(W) $(OUT) $(TRIBUNE_LIBEXEC))
$(call refuse,study.mk sets STUDY NAME B W OUT or TRIBUNE_LIBEXEC: they belong on the command line)
endif

# Programs with their options, yes or no, numbers.
$(foreach v,READ TOKENISE STEM,$(if $(strip $($v)),,$(call refuse,$v is empty: a program with its options)))
$(foreach v,READ TOKENISE STEM LEMMATISE,$(if $(filter yes no,$(firstword $($v))),\
	$(call refuse,$v = $($v): a program with its options$(if $(filter LEMMATISE,$v), ($v = lemmatise) or nothing))))
$(foreach v,CLASSES SHEETS WORKBOOK,$(if $(filter-out x yes x no,x $(strip $($v)))$(word 2,$($v))$(if $(strip $($v)),,empty),\
	$(call refuse,$v = $($v): yes or no)))
no_digits = $(subst 0,,$(subst 1,,$(subst 2,,$(subst 3,,$(subst 4,,$(subst 5,,$(subst 6,,$(subst 7,,$(subst 8,,$(subst 9,,$(1)))))))))))
$(foreach v,SHARD LEAST_WORDS TASKS RANGES SLURM_WAIT,$(if $(strip $(call no_digits,$($v)))$(word 2,$($v))$(if $(strip $($v)),,empty),\
	$(call refuse,$v = $($v): a whole number)))

$(if $(filter local slurm lists,$(ENGINE))$(word 2,$(ENGINE)),,$(call refuse,ENGINE = $(ENGINE): local or slurm or lists))
$(foreach v,TASKS RANGES,$(if $(filter-out 0 00 000,$($v)),,$(call refuse,$v = $($v): one or more)))

$(if $(if $(word 2,$(PERIOD)),,$(filter year month day,$(PERIOD))),,$(call refuse,PERIOD = $(PERIOD): year or month or day))

# Names: of attributes, columns, languages.
$(foreach p,$(PARTS),$(if $(call odd_name,$p),$(call refuse,PARTS: '$p' cannot be the name of an attribute)))
OF_TABLES := all whole units part speeches tokens words numbers punctuation symbols addresses forms stems hapax \
	letters paragraphs sentences questions exclamations longest_sentence first_singular first_plural content \
	sentence_length word_length ttr mattr density $(if $(filter no,$(CLASSES)),,speech segment line active class short)
$(foreach p,$(filter $(OF_TABLES),$(PARTS)),$(call refuse,PARTS: '$p' is the name of a table or column of every \
	study: give the attribute another one$(comma) in META or in the lines above the texts))
$(if $(filter-out $(words $(sort $(PARTS))),$(words $(PARTS))),$(call refuse,PARTS = $(PARTS): an attribute is there twice))
$(if $(call odd_name,$(strip $(COUNT)))$(if $(strip $(COUNT)),,empty),$(call refuse,COUNT = $(COUNT): the name of one column: form, stem or lemma))
LANGS := $(basename $(notdir $(wildcard pipeline/labels/*.labels)))
$(if $(call odd,$(REPORT_LANG))$(if $(filter $(REPORT_LANG),$(LANGS)),,empty),$(call refuse,REPORT_LANG = $(REPORT_LANG): there are $(LANGS)))

$(foreach v,$(filter AGAINST_%,$(.VARIABLES)),$(if $(call odd_name,$(v:AGAINST_%=%)),$(call refuse,$v: \
	'$(v:AGAINST_%=%)' cannot be the name of a page)))

# Files: of the study, of the folder from which make is run.
$(if $(call odd,$(strip $(META))),$(call refuse,META = $(META): one table in the study's folder))
$(if $(strip $(META)),$(if $(wildcard $(STUDY)/$(META)),,$(call refuse,META = $(META): there is no such table in the folder)))
$(foreach v,$(filter META_%,$(.VARIABLES)),$(if $(filter environment,$(origin $v)),,$(if $(strip $($v)),\
	$(if $(call odd_name,$(v:META_%=%)),$(call refuse,$v: '$(v:META_%=%)' cannot be the name of an attribute))\
	$(if $(word 3,$($v))$(call odd,$(firstword $($v)))$(call odd,$(word 2,$($v))),$(call refuse,$v = $($v): one \
	table in the study's folder$(comma) and its column if that is called otherwise))\
	$(if $(wildcard $(STUDY)/$(firstword $($v))),,$(call refuse,$v = $($v): there is no such table in the folder)))))
$(if $(filter 1,$(words $(THEMES))),,$(call refuse,THEMES = $(THEMES): one dictionary))
$(foreach v,THEMES THEME_LABELS STOPLISTS,$(foreach f,$($v),$(if $(wildcard $f),,\
	$(call refuse,$v: no file $f (from $(CURDIR); a file of the study is $$(STUDY)/...)))))

# Variables that no rule reads.  What study.mk refers to itself is its own.
MADE_OF  := $(filter-out $(BEFORE_FILES),$(MAKEFILE_LIST))
MK_TEXT  := $(foreach f,$(filter-out pipeline/variables.mk,$(MADE_OF)),$(file <$f))
is_read   = $(or $(findstring $$($(1)),$(MK_TEXT)),$(findstring $${$(1)},$(MK_TEXT)),$(findstring call $(1),$(MK_TEXT)))
OF_MAKE  := STUDY NAME B V W OUT TRIBUNE_LIBEXEC CC CFLAGS CPPFLAGS LDFLAGS LDLIBS AR PREFIX DESTDIR \
	MANY TESTS CASE SHELL MAKE% LC_% LANG% TZ LOCPATH TMPDIR PATH HOME .%
by_hand   = $(foreach v,$(filter-out $(OF_MAKE) $(STUDY_VARIABLES) READ_% META_% AGAINST_% -%,$(.VARIABLES)),\
	$(if $(filter command,$(firstword $(origin $v))),$v))
SET      := $(filter-out $(subst %,\%,$(BEFORE)) BEFORE GIVEN READ_% META_% AGAINST_% $(STUDY_VARIABLES) \
	STUDY_VARIABLES refuse no_digits LANGS OF_TABLES MADE_OF MK_TEXT is_read OF_MAKE by_hand SET UNREAD v f p,$(.VARIABLES))
UNREAD   := $(sort $(foreach v,$(SET) $(by_hand),$(if $(call is_read,$v),,$v)))
ifneq ($(UNREAD),)
ifneq ($(shell sh pipeline/unread.sh $(foreach v,$(UNREAD),'$(subst ','\'',$v)') -- $(STUDY_VARIABLES) && echo good),good)
$(call refuse,nothing is made)
endif
endif
