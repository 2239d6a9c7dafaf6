# variables.mk - what a study sets, looked at before anything is made: a value
# that cannot be meant is refused, a variable that nothing reads is told, with its
# line (mistakes.sh).  BEFORE holds the variables that there were before study.mk.
SET     := $(filter-out $(subst %,\%,$(BEFORE)) BEFORE MESSAGES TRIBUNE_MESSAGES told .% $(STUDY_VARIABLES) READ_% META_% AGAINST_%,$(.VARIABLES))
MADE_OF := $(filter-out $(BEFORE_FILES) pipeline/variables.mk,$(MAKEFILE_LIST))
mistakes = $(call quoted,TRIBUNE_MESSAGES) sh pipeline/mistakes.sh $(1) '$(STUDY)' $(call q,$(MADE_OF)) $(call q,$(BY_HAND))
# $(call refuse,VARIABLE,FORMAT,ARGUMENTS): what is wrong with it, as printf(1) has it.
refuse   = $(shell $(call mistakes,value) $(call q,$(1)) $(call q,$(2)) $(call q,$(3)) $(call q,$(4)) \
	$(call q,$(5)))$(call stop)

ifneq ($(GIVEN),$(STUDY) $(NAME) $(B) $(W) $(OUT) $(TRIBUNE_LIBEXEC))
$(call refuse,STUDY NAME B W OUT TRIBUNE_LIBEXEC,STUDY NAME B W OUT and TRIBUNE_LIBEXEC belong on the command line)
endif

$(if $(filter-out $(B)/bin,$(TRIBUNE_LIBEXEC)),$(if $(BIN),,$(call refuse,TRIBUNE_LIBEXEC,TRIBUNE_LIBEXEC = %s: no programs are there,$(TRIBUNE_LIBEXEC))))

# Programs with their options, yes or no, numbers.
$(foreach v,READ TOKENISE STEM,$(if $(strip $($v)),,$(call refuse,$v,%s is empty: a program with its options,$v)))
$(foreach v,READ TOKENISE STEM,$(if $(filter yes no,$(firstword $($v))),$(call refuse,$v,%s = %s: a program with its options,$v,$($v))))
$(if $(filter yes no,$(firstword $(LEMMATISE))),$(call refuse,LEMMATISE,LEMMATISE = %s: a program with its options (LEMMATISE = lemmatise) or nothing,$(LEMMATISE)))
$(foreach v,CLASSES SHEETS WORKBOOK,$(if $(filter-out x yes x no,x $(strip $($v)))$(word 2,$($v))$(if $(strip $($v)),,empty),\
	$(call refuse,$v,%s = %s: yes or no,$v,$($v))))
zeros     = $(subst 1,0,$(subst 2,0,$(subst 3,0,$(subst 4,0,$(subst 5,0,$(subst 6,0,$(subst 7,0,$(subst 8,0,$(subst 9,0,$(1))))))))))
no_digits = $(subst 0,,$(zeros))
# So many digits a number may have: more are a slip.
most      = $(if $(filter SEED,$(1)),20,$(if $(filter RANGES,$(1)),3,$(if $(filter TASKS SHARD,$(1)),7,15)))
$(foreach v,SHARD LEAST_WORDS LEAST_TIMES TREND_TIMES $(if $(strip $(SEED)),SEED) $(filter MANY,$(BY_HAND)) TASKS RANGES SLURM_WAIT,$(if $(strip $(call no_digits,$($v)))$(word 2,$($v))$(if $(strip $($v)),,empty),\
	$(call refuse,$v,%s = %s: a whole number,$v,$($v)))$(if $(word $(call most,$v),$(wordlist 2,99,$(subst 0, 0,$(call zeros,$($v))))),\
	$(call refuse,$v,%s = %s: a whole number of %s digits at most,$v,$($v),$(call most,$v))))
$(foreach v,TASKS RANGES SHARD SLURM_WAIT LEAST_TIMES TREND_TIMES $(filter MANY,$(BY_HAND)),$(if $(subst 0,,$($v)),,$(call refuse,$v,%s = %s: one or more,$v,$($v))))

$(if $(if $(word 2,$(ENGINE)),,$(filter local slurm lists,$(ENGINE))),,$(call refuse,ENGINE,ENGINE = %s: local or slurm or lists,$(ENGINE)))

$(if $(if $(word 2,$(PERIOD)),,$(filter year month day,$(PERIOD))),,$(call refuse,PERIOD,PERIOD = %s: year or month or day,$(PERIOD)))

# Commands and options: what the shell would take for its own, programs that are not there.
SUITE      := $(notdir $(BIN) $(wildcard stages/*/*)) # (those that are still to be built)
of_command  = $(filter-out environment,$(origin $(1)))
READERS_OF := READ $(foreach v,$(filter READ_%,$(.VARIABLES)),$(if $(call of_command,$v),$v))
OPTIONS_OF := SELECT=keep COMPARE=keep SEGMENTS=segments COOCCURRENTS=cooccurrents CLASSES_OPTIONS=classes CHECK=check
$(foreach o,$(OPTIONS_OF),$(foreach v,$(firstword $(subst =, ,$o)),$(if $(filter-out -% '-% "-%,$(firstword $($v))),$(call refuse,$v,%s = %s: \
	options of %s$(comma) which begin with -,$v,$($v),$(lastword $(subst =, ,$o))))))
shell_signs = ; & | < > ' " $(open) $(close) “ ” ‘ «
COMMANDS   := $(READERS_OF) TOKENISE STEM LEMMATISE SELECT COMPARE SEGMENTS COOCCURRENTS CLASSES_OPTIONS CHECK
$(foreach v,$(COMMANDS),$(foreach TEXT,$(v:READ_%=%),$(if $(strip $($v)),$(if $(strip $(foreach c,$(shell_signs),$(findstring \
	$c,$($v)))$(if $(filter READ% TOKENISE STEM LEMMATISE,$v),$(filter-out $(SUITE),$(firstword $($v))))),\
	$(if $(shell $(call mistakes,call) $v $(call q,$($v)) $(SUITE) || echo bad),$(call stop))))))

# What programs are called with, for what they say when it is wrong (mistakes.sh).
CALLED_SO := $(COMMANDS) ONLY NO_WORDS META THEMES THEME_LABELS STOPLISTS POS LEAST_TIMES TREND_TIMES \
	SEED PERIOD $(foreach v,$(filter META_% AGAINST AGAINST_%,$(.VARIABLES)),$(if $(call of_command,$v),$v))
called_so  = $(foreach TEXT,TEXT,$(subst $(NL), ,$($v)))

# Names: of attributes, columns, languages.
$(foreach p,$(PARTS),$(if $(call odd_name,$p),$(call refuse,PARTS,PARTS: '%s' cannot be the name of an attribute,$p)))
OF_TABLES := all whole units part speeches tokens words numbers punctuation symbols addresses forms stems hapax \
	letters paragraphs sentences questions exclamations longest_sentence first_singular first_plural content \
	tagged nouns names verbs auxiliaries adjectives adverbs pronouns finite present imperfect past_simple future \
	conditional subjunctive imperative perfect pluperfect sentence_length word_length ttr mattr density $(if $(filter no,$(CLASSES)),,speech segment line active class short)
$(foreach p,$(filter $(OF_TABLES),$(PARTS)),$(call refuse,PARTS,PARTS: '%s' is the name of a table or column of every study: \
	give the attribute another one$(comma) in META or in the lines above the texts,$p))
$(if $(filter-out $(words $(sort $(PARTS))),$(words $(PARTS))),$(call refuse,PARTS,PARTS = %s: an attribute is there twice,$(PARTS)))
$(if $(call odd_name,$(strip $(COUNT)))$(if $(strip $(COUNT)),,empty),$(call refuse,COUNT,COUNT = %s: the name of one \
	column$(comma) form or stem or lemma,$(COUNT)))
CLASSES_OF_WORDS := ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X
$(foreach p,$(filter-out $(CLASSES_OF_WORDS),$(POS)),$(call refuse,POS,POS = %s: classes of Universal Dependencies$(comma) such \
	as NOUN VERB ADJ; %s is none,$(POS),$p))
$(foreach p,$(NO_WORDS),$(if $(call odd_name,$p),$(call refuse,NO_WORDS,NO_WORDS: '%s' cannot be the type of a paragraph,$p)))
$(foreach p,$(PIVOTS),$(if $(subst _,,$p),,$(call refuse,PIVOTS,PIVOTS: %s is no word,$p)))
# (Each choice has a label; sensitivity.mk says which of them a study has.)
CHOICES_OF = $(patsubst choice_%:,%,$(filter choice_%:,$(file <pipeline/labels/en.labels)))
$(foreach p,$(if $(strip $(CHOICES)),$(filter-out $(CHOICES_OF),$(CHOICES))),$(call refuse,CHOICES,CHOICES = %s: there is no %s; there are: %s,$(CHOICES),$p,$(CHOICES_OF)))
LANGS := $(basename $(notdir $(wildcard pipeline/labels/*.labels)))
$(if $(call odd,$(REPORT_LANG))$(if $(filter $(REPORT_LANG),$(LANGS)),,empty),$(call refuse,REPORT_LANG,REPORT_LANG = %s: there are %s,$(REPORT_LANG),$(LANGS)))

$(foreach v,READ_ META_ AGAINST_,$(if $(filter file command,$(firstword $(origin $v))),$(call refuse,$v,%s: a name stands behind _$(comma) as in %s,$v,$(if \
	$(filter READ_,$v),READ_file,$(if $(filter META_,$v),META_speaker,AGAINST_name)))))
$(foreach v,$(filter AGAINST_%,$(.VARIABLES)),$(if $(call odd_name,$(v:AGAINST_%=%)),$(call refuse,$v,%s: '%s' cannot be the name of a page,$v,$(v:AGAINST_%=%))))

# Files: of the study, of the folder from which make is run.
$(if $(call odd,$(strip $(META))),$(call refuse,META,META = %s: one table in the study's folder,$(META)))
is_file = $(if $(wildcard $(1)),$(if $(wildcard $(1)/.),,yes))
$(if $(strip $(META)),$(if $(call is_file,$(STUDY)/$(strip $(META))),,$(call refuse,META,%s = %s: there is no such table in the folder,META,$(META))))
$(foreach v,$(filter META_%,$(.VARIABLES)),$(if $(filter environment,$(origin $v)),,$(if $(strip $($v)),\
	$(if $(call odd_name,$(v:META_%=%)),$(call refuse,$v,%s: '%s' cannot be the name of an attribute,$v,$(v:META_%=%)))\
	$(if $(word 3,$($v))$(call odd,$(firstword $($v)))$(call odd,$(word 2,$($v))),$(call refuse,$v,%s = %s: one \
	table in the study's folder and its column if that is called otherwise,$v,$($v)))\
	$(if $(call is_file,$(STUDY)/$(firstword $($v))),,$(call refuse,$v,%s = %s: there is no such table in the folder,$v,$($v))))))
$(if $(filter 1,$(words $(THEMES))),,$(call refuse,THEMES,THEMES = %s: one dictionary,$(THEMES)))
whose = $v$(if $(filter THEME_LABELS,$v), THEMES)
$(foreach v,THEMES THEME_LABELS STOPLISTS,$(foreach f,$($v),$(if $(call is_file,$f),,$(call \
	refuse,$(whose),%s: no file %s (a file of the study is called as in its folder; others are looked for from %s),$v,$(f:$(STUDY)/%=%),$(shell \
	cd -P pipeline/.. && pwd)))))

# Variables that no rule reads.  What study.mk refers to itself is its own.
MK_TEXT := $(foreach f,$(MADE_OF),$(file <$f))
is_read  = $(or $(findstring $$($(1)),$(MK_TEXT)),$(findstring $${$(1)},$(MK_TEXT)),$(findstring call $(1),$(MK_TEXT)))
OF_MAKE := STUDY NAME B V W OUT TRIBUNE_LIBEXEC CC CFLAGS CPPFLAGS LDFLAGS LDLIBS AR PREFIX DESTDIR \
	MANY TESTS CASE SHELL MAKE% LC_% LANG% TZ LOCPATH TMPDIR PATH HOME .%
UNREAD  := $(sort $(foreach v,$(SET) $(filter-out $(OF_MAKE) $(STUDY_VARIABLES) READ_% META_% AGAINST_% -%,$(BY_HAND)),\
	$(if $(call is_read,$v),,$v)))
ifneq ($(UNREAD),)
ifneq ($(shell $(call mistakes,names) $(foreach v,$(UNREAD),$(call q,$v)) -- $(STUDY_VARIABLES) && echo good),good)
$(call stop)
endif
endif
