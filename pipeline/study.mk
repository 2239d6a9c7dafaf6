# study.mk - the graph of a study, in reading order: one rule, one program, one
# file.  A study is a folder with texts and a study.mk of a few lines, which
# may set the variables below (study.5).
TEXT      = TEXT
TITLE     = $(NAME)
TEXTS     = $(call texts,*.txt)
READ      = read-text
META      =
NO_WORDS  = event label published front note kinesic incident vocal gap \
	stage speaker outside
SELECT    =
ONLY      =
COMPARE   =
LEAST_WORDS = 1000
LEAST_TIMES = 5
TREND_TIMES = 10
TOKENISE  = tokenise
STEM      = stem
LEMMATISE =
COUNT     = form
POS       =
PARTS     = $(DEFAULT_PARTS)
PERIOD    = year
AGAINST   =
THEMES    = pipeline/themes/fr/politique.tsv
THEME_LABELS = $(patsubst %.tsv,%.labels.tsv,$(THEMES))
STOPLISTS = $(patsubst %,pipeline/stoplists/fr/%.txt,grammaire verbes adresses)
PIVOTS    =
COOCCURRENTS =
SEED      =
CHOICES   =
CLASSES   = yes
CLASSES_OPTIONS =
SEGMENTS  = -m 2
SHEETS    = yes
WORKBOOK  = no
SHARD     = 128
REPORT_LANG ?= en
CHECK     =
DEFAULT_PARTS := speaker year
# The types of paragraphs that readers give: texts may have others.
TYPES_KNOWN := $(NO_WORDS) heading item
include pipeline/slurm.mk

define NL


endef
TAB := $(empty)	$(empty)

# Files that options name are those of the study, if it has them; else they are
# looked for in the folder from which make is run.
in_study = $(if $(or $(findstring .,$(1)),$(findstring /,$(1))),$(if $(or $(call odd,$(1)),$(filter \
	$(STUDY)/% -% /%,$(1)),$(wildcard $(STUDY)/$(1)/.)),,$(wildcard $(STUDY)/$(1))))
of_study = $(if $(strip $(foreach w,$(1),$(call in_study,$w))),$(foreach w,$(1),$(or $(call in_study,$w),$w)),$(1))

# What there is before study.mk, for variables.mk.
STUDY_MK     := $(wildcard $(STUDY)/study.mk)
GIVEN        := $(STUDY) $(NAME) $(B) $(W) $(OUT) $(TRIBUNE_LIBEXEC)
BEFORE_FILES := $(MAKEFILE_LIST)
# A study is looked at once, by the make that starts the run.
LOOKED_AT    := $(if $(LOCKED),,$(filter $(GOALS),$(MAKECMDGOALS)))
BY_HAND      := $(if $(LOOKED_AT),$(foreach v,$(.VARIABLES),$(if $(filter command,$(firstword $(origin $v))),$v)))
BEFORE       := $(.VARIABLES)
ifneq ($(STUDY_MK),)
ifneq ($(LOOKED_AT),)
$(shell sh pipeline/mistakes.sh lines '$(STUDY)' '$(strip $(BY_HAND))' $(STUDY_VARIABLES))$(if $(filter-out 0,$(.SHELLSTATUS)),$(call stop))
endif
include $(STUDY_MK)
endif
# (A value is one line; it may name the language.)
$(foreach v,TITLE ONLY SELECT COMPARE PARTS PIVOTS,$(if $(findstring $(NL),$(value $v)),$(eval \
	override $v = $(subst $(hash),\$(hash),$(subst $(NL), ,$(value $v))))))
$(eval $(speak))
$(foreach v,THEMES THEME_LABELS STOPLISTS SELECT TOKENISE STEM LEMMATISE SEGMENTS COOCCURRENTS CLASSES_OPTIONS,\
	$(if $(strip $(foreach w,$($v),$(call in_study,$w))),$(eval override $v := $(subst \
	$(hash),\$(hash),$(subst $$,$$$$,$(call of_study,$($v)))))))

# The programs, if they are built here, then the study, one run at a time (locked.sh).
ifndef LOCKED
ifneq ($(LOOKED_AT),)
include pipeline/variables.mk
endif
# (Nothing that they are made of is newer than the last time that all were there.)
built    = [ -e $(B)/.made ] && [ -z "$$(find Makefile pipeline/*.mk stages $(B)/bin -newer $(B)/.made -print -quit)" ]
FOLDERS := $(B) $(addprefix $(W)/,commands files)
blame = $(call mistakes,blame) '$(W)/errors' $(foreach v,$(CALLED_SO),$(call q,$v=$(called_so)))
.PHONY: $(GOALS) locked
$(GOALS): locked
locked: export TRIBUNE_ERRORS := $(if $(filter /%,$(W)),,$(CURDIR)/)$(W)/errors
locked:
	$(if $(wildcard $(W)/errors),$(file >$(W)/errors))$(if $(filter-out $(wildcard $(FOLDERS)),$(FOLDERS)),$(Q)+$(call folders,$(W) $(FOLDERS)))
	$(if $(filter-out $(B)/bin,$(TRIBUNE_LIBEXEC)),,$(Q)+$(built) || flock -F $(B)/.lock sh -c ': >$(B)/.making && \
	$(MAKE) --no-print-directory LOCKED=programs all && mv $(B)/.making $(B)/.made')
	$(Q)bash pipeline/locked.sh '$(W)' '$(OUT)' '$(firstword $(filter $(GOALS),$(MAKECMDGOALS)))' $(call q,$(blame)) $(engine) \
	$(MAKE) --no-print-directory LOCKED=study $(filter $(GOALS),$(MAKECMDGOALS))
else ifneq ($(filter study task,$(LOCKED)),)

# The programs tell here what each file took them (tribune.7), for who asks what more
# of it will take.
$(call no_task,$(eval export TRIBUNE_COSTS := $(W)/costs))

# ---- what targets depend on beside files that are newer ----

# A file that is written only when the text that it holds is another one, so
# that what depends on it is made again: a command, a list.
# (GNU make 4.3 may leave the last line end on what it reads of a longer file.)
same     = $(and $(findstring x$(1)x,x$(2)x),$(findstring x$(2)x,x$(1)x))
held     = $(or $(call same,$(1),$(2)),$(call same,$(1),$(2)$(NL)),$(call same,$(1)$(NL),$(2)))
remember = $(if $(or $(filter task,$(LOCKED)),$(and $(wildcard $(1)),$(call held,$(file <$(1)),$(2)))),,$(if $(wildcard $(dir $(1))),,$(shell mkdir -p '$(dir $(1))'))$(file >$(1),$(2)))

# Those of the variables that the command line sets.
of_hand  = $(foreach v,$(1),$(if $(filter command,$(firstword $(origin $v))),$v))

# Inputs count by their content, not by their date, which an unpacked or moved
# file has from elsewhere: a stamp of each is written when its hash changes.
sums = $(foreach f,$(1),$(W)/sums/$(subst /,~/,$(subst ..,@@,$f)))
# $(call files,NAME,FILES): the same of the files that NAME is made with, and a
# list of them, for one that goes is no prerequisite any more.
files = $(call remember,$(W)/files/$(1),$(2:$(STUDY)/%=%))$(W)/files/$(1) $(call sums,$(2))

# The files of the study that fit the patterns, by names that make can hold.
texts = $(shell $(call quoted,TRIBUNE_MESSAGES) sh pipeline/texts.sh '$(STUDY)' '$(W)/names' \
	$(foreach p,$(1),'$(p)'))$(if $(filter-out 0,$(.SHELLSTATUS)),$(call stop))
# A list that an option names is no text.
TEXTS := $(filter-out $(patsubst $(STUDY)/%,%,$(STOPLISTS) $(wildcard $(LEMMATISE) $(TOKENISE) $(STEM))),$(TEXTS))

# Of a text: where it is; its reader; the tables that its command names.
source  = $(if $(wildcard $(STUDY)/$(1)),$(STUDY),$(W)/names)/$(1)
reader  = $(foreach TEXT,$(1),$(subst $(NL), ,$(or $(READ_$(1)),$(READ))))
tables  = $(wildcard $(addprefix $(STUDY)/,$(filter-out -%,$(call reader,$(1)))))
use     = $(addprefix $(TRIBUNE_LIBEXEC)/,$(1))

# What is counted: COUNT, of the words of the classes of POS if there are any.
OF_CLASSES := $(if $(strip $(POS)),:$(subst $(empty) $(empty),$(comma),$(strip $(POS))))
COUNTED    := $(COUNT)$(OF_CLASSES)
# Columns of speeches.tsv: these first, then the attributes of the parts.
ATTRS := $(subst $(empty) $(empty),$(comma),$(strip title date year speaker \
	place role $(filter-out title date year speaker place role id,$(PARTS))))
RULES     := $(wildcard pipeline/rules/fr/* $(if $(filter tag,$(firstword $(LEMMATISE))),pipeline/weights/fr/*))
DESIGNS   := $(wildcard pipeline/pages/* pipeline/labels/* pipeline/explore/* pipeline/why/*)
# The tables that are joined onto the speeches: by id, then by other attributes.
META_KEYS := $(foreach v,$(filter META_%,$(.VARIABLES)),$(if $(filter environment,$(origin \
	$v)),,$(if $(strip $($v)),$(v:META_%=%))))
META_KEYS := $(filter speaker,$(META_KEYS)) $(filter-out speaker,$(sort $(META_KEYS)))
META_FILE := $(addprefix $(STUDY)/,$(META) $(foreach k,$(META_KEYS),$(firstword $(META_$k))))
# $(call joined,OPTIONS): the commands, each with a | behind.
joined = $(if $(META),annotate $(1)-d '$(STUDY)/$(META)' | )$(foreach k,$(META_KEYS),annotate \
	$(1)-k $k$(addprefix =,$(word 2,$(META_$k))) -d '$(STUDY)/$(firstword $(META_$k))' |)
# Files that options name as words of their own.
NAMED := $(foreach f,$(wildcard $(filter-out -%,$(TOKENISE) $(STEM) $(LEMMATISE) \
	$(SELECT) $(COMPARE) $(SEGMENTS) $(COOCCURRENTS) $(CLASSES_OPTIONS))),$(if $(wildcard $f/.),,$f))
# words of greetings are kept out of themes
GREETINGS := pipeline/stoplists/fr/adresses.txt
LISTS := $(RULES) $(THEMES) $(THEME_LABELS) $(STOPLISTS) \
	$(filter-out $(STOPLISTS),$(GREETINGS))

ifneq ($(call no_task,$(filter-out all,$(MAKECMDGOALS))),)
# A folder without texts, texts that are not there, two studies of one name.
TWICE := $(firstword $(foreach t,$(if $(filter-out $(words $(sort $(TEXTS))),$(words \
	$(TEXTS))),$(sort $(TEXTS))),$(if $(word 2,$(filter $t,$(TEXTS))),$t)))
$(if $(TWICE),$(shell sh pipeline/mistakes.sh value '$(STUDY)' '$(STUDY_MK)' '$(call of_hand,TEXTS)' TEXTS 'TEXTS names %s twice' '$(TWICE)')$(call stop))
MISSING := $(strip $(foreach t,$(TEXTS),$(if $(wildcard $(call source,$t)),$(if $(findstring *,$t),$(if \
	$(filter-out $(STUDY)/$t,$(wildcard $(STUDY)/$t)),$t)),$t)))
endif

# ---- texts -> shards: the corpus, its only copy ----

# What ran, for the provenance: $(call ran,TARGET,COMMAND,PROGRAM...) keeps the
# command of a target in a file that the target depends on.  Names of files are
# those inside the study and its work folder, wherever the two stand.
RAN      :=
PROGRAMS :=
ran = $(eval RAN += $(1))$(eval PROGRAMS += $(3))$(call remember,$(W)/commands/$(1),$(subst \
	$(STUDY)/,,$(subst $(W)/,,$(2))))

# What a study reads (tribune plan): its texts with their readers, the other files.
READERS   := $(foreach t,$(TEXTS),$(call reader,$t))
KEEP      := keep -q $(NO_WORDS:%=-a 'p.type!=%') $(SELECT)$(if $(strip $(ONLY)), -A '$(subst ','\'',$(strip $(ONLY)))')
EACH      := $(subst $(NL), ,$(TOKENISE) | $(STEM)$(if $(strip $(LEMMATISE)), | $(LEMMATISE)))
WHOLE     := $(subst $(NL), ,$(if $(META_FILE),$(strip $(call joined,-q )) )$(KEEP))
TOKENISED := $(filter $(notdir $(BIN)),$(TOKENISE) $(STEM) $(LEMMATISE) $(KEEP) $(if $(META_FILE),annotate))
PROGRAMS  += $(filter $(notdir $(BIN)),$(READERS)) $(TOKENISED)
$(call ran,shards,$(EACH) | $(WHOLE))
ifneq ($(call no_task,$(filter-out all,$(MAKECMDGOALS))),)
$(call remember,$(W)/texts.list,$(foreach t,$(TEXTS),$(NL)$t|$(call source,$t)|$(call \
	tables,$t)|$(call reader,$t)))
INPUTS := $(STUDY_MK:%=study|study.mk|%) $(foreach f,$(META_FILE),metadata|$(f:$(STUDY)/%=%)|$f) \
	$(foreach f,$(LISTS) $(filter-out $(LISTS),$(NAMED)),rules|$(patsubst \
	$(STUDY)/%,%,$(f:pipeline/%=%))|$f) $(foreach f,$(DESIGNS),page|$f|$f)
$(call remember,$(W)/inputs.list,$(subst $(empty) $(empty),$(NL),$(strip $(INPUTS))))
$(call remember,$(W)/shards.pipe,$(EACH)$(NL)$(WHOLE)$(NL)$(SHARD))
$(foreach v,$(filter READ_%,$(.VARIABLES)),$(if $(filter environment,$(origin $v))$(filter \
	$(v:READ_%=%),$(TEXTS)),,$(info tribune: $(call told,%s: no text is called %s,$(shell sh pipeline/mistakes.sh where '$(STUDY)' '$(STUDY_MK)' '$(call of_hand,$v)' $v): $v,$(v:READ_%=%)))))
$(shell GIVEN='$(call of_hand,TEXTS READ)' COUNTING='$(COUNTING)' exec tribune plan '$(STUDY)' '$(W)' '$(OUT)' '$(NAME)' $(words $(TEXTS)) $(firstword $(MISSING)))
$(if $(filter-out 0,$(.SHELLSTATUS)),$(call stop))
endif
SHARDS := $(file <$(W)/shards.list)
CORPUS := $(SHARDS:%=$(W)/shards/%.vrt.zst)

# Few shards, and tables of them, are stored and not packed: all that read them do so in
# less time.
FEW := 8
$(if $(word $(FEW),$(SHARDS))$(filter-out local,$(ENGINE)),,$(eval export TRIBUNE_STORED := yes))
# A dozen programs read the words of each speech: they are stored in larger studies, too.
STORED := 64
stored  = $(if $(filter words-id.tsv,$(1)),$(if $(word $(STORED),$(SHARDS)),,TRIBUNE_STORED=yes ))

# A text goes with the others of its shard; the programs of its reader count.
$(CORPUS): %.vrt.zst: %.recipe $(call use,$(TOKENISED) $(sort $(filter $(notdir $(BIN)),$(READERS)))) \
    $(call files,shards,$(RULES) $(META_FILE) $(filter $(NAMED),$(TOKENISE) $(STEM) $(LEMMATISE) $(SELECT)))
	$(call say,$(@F:.zst=) ($(words $(SHARDS)) shard$(if $(word 2,$(SHARDS)),s)))
	$(Q)W='$(W)' STUDY='$(STUDY)' exec bash pipeline/shard.sh $< $@

# For who wants it in one file.
$(W)/corpus.vrt: $(CORPUS) $(W)/shards.list
	$(call say,$(@F))
	$(Q)zstd -dcq $(CORPUS) > $@.part && mv $@.part $@

# Large tables that are not published are packed.
PACKED := $(filter-out $(if $(filter id,$(PARTS)),%-id.tsv),words-id.tsv themes-units.tsv places.tsv \
	specificities-id.tsv rates-id.tsv) compared.vrt some-words-id.tsv some-themes-id.tsv
kept    = $(if $(filter $(1),$(PACKED)),$(1).zst,$(1))
# Who reads a table takes the one that is there: one of other PARTS, in the other form, goes.
OTHER_FORM := $(call no_task,$(wildcard $(addprefix $(W)/,$(PACKED) $(addsuffix .zst,$(filter-out $(PACKED),words-id.tsv \
	specificities-id.tsv rates-id.tsv)))))
$(if $(OTHER_FORM),$(shell rm -f $(OTHER_FORM)))

# $(call rule,TARGET,INPUTS,COMMAND,FILES): the command, run on tables of the
# work folder, or on the corpus, makes one; FILES are others that it reads.
of_corpus = $(foreach f,$(1),$(if $(filter corpus,$f),$(CORPUS),$(W)/$(call kept,$f)))
cut_as    = $(if $(filter corpus,$(1)),$(W)/shards.list | $(W)/parts.ok)
define rule
$(call ran,$(1),$(3) $(2),$(firstword $(3)))
$(W)/$(call kept,$(1)): $(call of_corpus,$(2)) $(call use,$(firstword $(3))) $(W)/commands/$(1) \
    $(call files,$(1),$(4) $(filter-out $(4),$(filter $(NAMED),$(3)))) $(call cut_as,$(2))
	$$(call say,$(1))
	$$(Q)$(firstword $(3)) --output=$$@ $(subst $$,$$$$,$(wordlist 2,999,$(3))) $(call of_corpus,$(2))
endef
make_table = $(eval $(call rule,$(1),$(2),$(3),$(4)))
# $(call beside,TARGETS,TARGET): what the command of TARGET writes too, and before it; where
# one is gone all are made again.
beside = $(foreach t,$(1),$(eval $(W)/$t: $(W)/$(call kept,$(2)) ;)$(if $(wildcard $(W)/$t),,$(eval \
	$(W)/$(call kept,$(2)): .FORCE))$(call ran,$t,$(file <$(W)/commands/$(2))))

# What the study names is there, and no id twice, before anything is counted; how
# many speeches there are of how many that were read.
OTHER_TYPES := $(strip $(filter-out $(TYPES_KNOWN),$(NO_WORDS)))
$(call remember,$(W)/commands/parts,$(COUNT) $(POS) $(PARTS) $(OTHER_TYPES) $(COMPARE))
$(W)/parts.ok $(W)/selection.tsv &: $(CORPUS) $(W)/shards.list $(W)/commands/parts pipeline/check-corpus.sh
	$(Q)$(call quoted,W STUDY PART_OF ONLY SELECT COMPARE TYPES_KNOWN OTHER_TYPES LEMMATISE) POS='$(strip $(POS))' \
	GIVEN='$(call of_hand,COUNT POS PARTS ONLY SELECT COMPARE NO_WORDS READ TOKENISE STEM LEMMATISE)' exec sh pipeline/check-corpus.sh '$(W)' "$(strip $(call joined))" $(COUNT) \
	'$(filter-out $(if $(findstring $$(DEFAULT_PARTS),$(value PARTS)),$(DEFAULT_PARTS)),$(PARTS))' $(PARTS)
BY := $(sort id $(PARTS))

# ---- counts ----

# A table that can be added up is counted a shard where there are many, and
# merged: $(call make_counts,TARGET,COMMAND,FILES).
MANY := 8
define shard_rule
$(call ran,$(1),$(2) corpus,$(firstword $(2)) merge)
$(counts_of): $(W)/counts/$(1)/%.tsv$(ZST): $(W)/shards/%.vrt.zst $(call use,$(firstword $(2))) \
    $(W)/commands/$(1) $(call files,$(1),$(3) $(filter-out $(3),$(filter $(NAMED),$(2)))) $(call no_task,| $(W)/parts.ok)
	$$(folder_of)
	$$(Q)$(firstword $(2)) --output=$$(own_name) $(subst $$,$$$$,$(wordlist 2,999,$(2))) $$< $(own_moved)
$(merge_rule)
endef
make_counts = $(if $(word $(MANY),$(SHARDS)),$(eval $(call shard_rule,$(1),$(2),$(3))),$(call make_table,$(1),corpus,$(2),$(3)))

$(call make_counts,words-id.tsv,ngrams -q -c $(COUNTED) -b id)
$(call make_counts,themes-units.tsv,themes -q -d $(THEMES) -U,$(THEMES) $(GREETINGS))
$(call make_table,themes-id.tsv,themes-units.tsv,merge -q -U)
$(call make_table,ngrams.tsv,corpus,ngrams -q -c form -n 1-4 -m 2)
$(call make_table,segments.tsv,corpus,segments -q $(SEGMENTS))

$(call make_table,places.tsv,corpus,themes -q -p -d $(THEMES) -O $(W)/./,$(THEMES) $(GREETINGS))
$(call beside,entries.tsv coverage.tsv,places.tsv)

# the words as they are shown, with their forms and the list that they are of;
# and the forms of the lists, for what counts forms whatever COUNT is
# (without a list there are none: no word is as frequent as that)
TYPES := types -q -c $(COUNTED) -a forms $(or $(STOPLISTS:%=-x %),-X)
$(if $(filter form,$(COUNTED)),\
$(call make_table,types.tsv,corpus,$(TYPES) -O $(W)/./,$(STOPLISTS))\
$(call beside,listed.tsv,types.tsv),\
$(call make_table,types.tsv,corpus,$(TYPES),$(STOPLISTS))\
$(call make_table,listed.tsv,corpus,types -q $(or $(STOPLISTS:%=-L %),-m 4294967295),$(STOPLISTS)))

# of parts, from those of their speeches
BY_SPEECH := -d $(W)/speeches.tsv
$(foreach t,words themes,$(foreach p,$(filter-out id,$(PARTS)),\
$(call make_table,$t-$p.tsv,$t-id.tsv,merge -q -b $p $(BY_SPEECH))$(eval $(W)/$t-$p.tsv: $(W)/speeches.tsv)))

# ---- what is compared ----

# What is drawn by chance: the programs' own seed, or another.
SEEDED  := $(if $(strip $(SEED)), -s $(strip $(SEED)))

# All, or what COMPARE leaves of it: tables of that are called some-...  A speech
# that is left out counts in all figures of the corpus and of its parts.
SOME    := $(if $(strip $(COMPARE)),some-)
IN_SOME := $(if $(SOME),compared.vrt,corpus)
CHAIRS  := pipeline/rules/fr/chairs.txt
$(if $(SOME),\
$(call make_table,compared.vrt,corpus,keep -q $(COMPARE))\
$(call make_table,some-speeches.tsv,compared.vrt,stats -q -a $(ATTRS) -O $(W)/some)\
$(call beside,some-whole.tsv,some-speeches.tsv)\
$(call make_table,some-words-id.tsv,compared.vrt,ngrams -q -c $(COUNTED) -b id)\
$(call make_table,some-themes-id.tsv,compared.vrt,themes -q -d $(THEMES) -b id,$(THEMES) $(GREETINGS))\
$(foreach p,$(filter-out id,$(PARTS)),\
$(call make_table,some-words-$p.tsv,some-words-id.tsv,merge -q -b $p $(BY_SPEECH))$(eval $(W)/some-words-$p.tsv: $(W)/speeches.tsv)))
$(call make_table,compared.tsv,$(SOME)speeches.tsv,spans -q -d $(CHAIRS),$(CHAIRS))
$(foreach p,$(PARTS),$(call make_table,compared-$p.tsv,$(SOME)speeches.tsv,spans -q -b $p -d $(CHAIRS),$(CHAIRS)))

# ---- figures ----

# (one reading makes the tables of parts and of all too)
$(call make_table,speeches.tsv,corpus,stats -q -a $(ATTRS) $(strip $(PARTS:%=-b %) -O) $(W)/stats)
$(call beside,$(PARTS:%=stats-%.tsv) stats-whole.tsv,speeches.tsv)
$(foreach p,$(PARTS),$(call make_table,spans-$p.tsv,speeches.tsv,spans -q -b $p))
$(call make_table,spans.tsv,speeches.tsv,spans -q)
$(call make_table,ranks.tsv,speeches.tsv,ranks -q)

# a speech's own words are rare in the corpus: a lower bound than the parts'
$(call make_table,specificities-id.tsv,words-id.tsv,specificities -q -m 2)
# (which parts' words their speeches bear out is asked of these)
$(foreach p,$(filter-out id,$(PARTS)),\
$(call make_table,specificities-$p.tsv,$(SOME)words-$p.tsv,specificities -q -m $(LEAST_TIMES)$(SEEDED) -b $p $(BY_SPEECH) \
-u $(W)/$(call kept,$(SOME)words-id.tsv) -O $(W)/specificities-$p)\
$(call beside,specificities-$p.tests.tsv,specificities-$p.tsv)\
$(eval $(W)/specificities-$p.tsv: $(W)/speeches.tsv $(W)/$(call kept,$(SOME)words-id.tsv)))

# which themes the parts differ in, all at once and each against the others
$(foreach p,$(PARTS),\
$(call make_table,differences-$p.tsv,$(SOME)themes-id.tsv,between -q -t$(SEEDED) -b $(p:id=part) $(BY_SPEECH) -O $(W)/differences-$p)\
$(call beside,differences-$p.tests.tsv,differences-$p.tsv)\
$(call make_table,differences-each-$p.tsv,$(SOME)themes-id.tsv,between -q -t$(SEEDED) -M each -b $(p:id=part) $(BY_SPEECH))\
$(eval $(W)/differences-$p.tsv $(W)/differences-each-$p.tsv: $(W)/speeches.tsv))
# the sentences in which the words of a part come together, without those of lists
$(foreach p,$(filter-out id,$(PARTS)),\
$(call make_table,typical-$p.tsv,$(IN_SOME),typical -q -c $(COUNTED) -b $p -d $(W)/specificities-$p.tsv -x $(W)/types.tsv)\
$(eval $(W)/typical-$p.tsv: $(W)/specificities-$p.tsv $(W)/types.tsv))
# the first words of each speech where they stand
OF_SPEECH := $(call kept,specificities-id.tsv)
$(call make_table,contexts.tsv,corpus,concordance -q -c $(COUNTED) -d $(W)/$(OF_SPEECH) -x $(W)/types.tsv -k 3 -n 4 -w 20)
$(W)/contexts.tsv: $(W)/$(OF_SPEECH) $(W)/types.tsv

# the words around the pivots, or around the three most frequent words of no list
# (a pivot is asked for as it is said; which type that is the texts tell)
ASKED := $(subst _, ,$(subst $(empty) $(empty),$(NL),$(strip $(PIVOTS))))
$(call remember,$(W)/commands/pivots,$(COUNT)$(if $(ASKED),$(NL)$(ASKED)))
ifeq ($(strip $(COUNT))$(if $(ASKED),,-),form)
$(call remember,$(W)/pivots.txt,$(hash) pivots$(NL)$(ASKED))
else
$(W)/pivots.txt: $(W)/commands/pivots $(W)/types.tsv $(if $(filter form,$(COUNT)),,$(if $(ASKED),$(CORPUS))) \
    pipeline/pivots.sh $(call use,keep tokenise types)
	$(Q)sed 1d $(W)/commands/pivots | sh pipeline/pivots.sh $(COUNT) $(W)/types.tsv $(CORPUS) > $@.part && mv $@.part $@
endif

$(call make_table,cooccurrents.tsv,corpus,cooccurrents -q -u -c $(COUNTED)$(if $(strip $(COOCCURRENTS)), $(strip $(COOCCURRENTS))) -P $(W)/pivots.txt -O $(W)/cooccurrents)
$(call beside,cooccurrents.pivots.tsv,cooccurrents.tsv)
$(W)/cooccurrents.tsv: $(W)/pivots.txt
# (a pivot that the study asks for and no text has is told)
ifneq ($(strip $(PIVOTS)),)
$(W)/pivots.ok: $(W)/cooccurrents.pivots.tsv
	$(if $(findstring $(TAB)0$(TAB),$(file <$<)),$(Q)awk -F '\t' 'NR == 1 { at = $$2 == "pattern" ? 3 : 2; next } $$at == 0 { print $$1 }' $< | while IFS= read -r pivot; do sh pipeline/mistakes.sh \
	value '$(STUDY)' '$(STUDY_MK)' '$(call of_hand,PIVOTS)' PIVOTS 'PIVOTS: no text has "%s"' "$$pivot" || :; done)$(file >$@)
reports: $(W)/pivots.ok
endif

# pictures: where the pivots stand, in which parts; frequent words that are near
# each other (a window has no bound on sentences); how the vocabulary grows
OF_COLUMN := $(if $(filter form,$(COUNT)),, -c $(COUNT))
OF_PIVOTS := -n 8 -P $(W)/pivots.txt
$(call make_table,progression.tsv,corpus,progression -q$(OF_COLUMN) -z -b $(firstword $(filter-out id,$(PARTS)) id) $(OF_PIVOTS) -O $(W)/./)
$(call beside,bounds.tsv,progression.tsv)
$(W)/progression.tsv: $(W)/pivots.txt
# (lists are of forms: of other types those that are of one)
LISTED    := $(if $(STOPLISTS),$(if $(filter form,$(COUNT)),$(STOPLISTS),$(W)/listed.txt))
$(call make_table,network.tsv,corpus,cooccurrents -q -A -u -c $(COUNTED) -w 10 -n 60 -i S $(LISTED:%=-l %) -T \
-f edges -O $(W)/network,$(filter $(STOPLISTS),$(LISTED)))
$(W)/network.tsv: $(filter $(W)/%,$(LISTED))
$(W)/listed.txt: $(W)/types.tsv
	$(Q)awk -F '\t' 'NR == 1 { print "# words of lists" } NR > 1 && $$6 != "NA" { print $$1 }' $< > $@.part && mv $@.part $@
$(call beside,network.communities.tsv,network.tsv)
$(call make_table,growth.tsv,corpus,growth -q -O $(W)/growth)
$(call beside,growth.ranks.tsv,growth.tsv)

# what is alike: factors, distances, their tree; against chance, by the counts of
# the speeches (a speech that is a part by itself has its id as part)
grouped = -g $(if $(filter id,$(1)),part,$(1)) -t 0.1 $(BY_SPEECH)
$(foreach p,$(PARTS),\
$(call make_table,factors-$p.tsv,$(SOME)words-id.tsv,factors -q$(SEEDED) $(call grouped,$p) -B 200 -D 999 \
-E $(W)/eigenvalues-$p.tsv)\
$(call beside,eigenvalues-$p.tsv,factors-$p.tsv)\
$(call make_table,distances-$p.tsv,$(SOME)words-$p.tsv,distance -q -c $(COUNTED))\
$(call make_table,nearest-$p.tsv,$(IN_SOME),distance -q -c $(COUNTED) -N -w 250 -b $p -P 999$(SEEDED))\
$(call make_table,cluster-$p.tsv,$(SOME)words-id.tsv,cluster -q$(SEEDED) $(call grouped,$p) -B 200)\
$(eval $(W)/factors-$p.tsv $(W)/cluster-$p.tsv: $(W)/speeches.tsv))

# one side of the speeches against another: AGAINST, and AGAINST_name
AGAINSTS := $(strip $(if $(strip $(AGAINST)),versus) $(foreach v,$(sort $(filter AGAINST_%,$(.VARIABLES))),$(if \
	$(filter environment,$(origin $v)),,$(if $(strip $($v)),$(v:AGAINST_%=versus-%)))))
of_sides  = -b side -d $(W)/$(1).speeches.tsv
# $(call of_both,TARGET,VERSUS,COMMAND): of the corpus whose speeches have a side,
# and no attribute of that name from their text
define sides_rule
$(call ran,$(1),annotate -q -r -k id=part -d $(2).speeches.tsv corpus | $(3),annotate $(firstword $(3)))
$(W)/$(1): $(CORPUS) $(W)/$(2).speeches.tsv $(call use,annotate $(firstword $(3))) $(W)/commands/$(1) $(call cut_as,corpus)
	$$(call say,$(1))
	$$(Q)bash -o pipefail -c 'zstd -dcq $(CORPUS) | sed "s/^\(<speech\( [^ =]*=\"[^\"]*\"\)*\) side=\"[^\"]*\"/\1/" | annotate -q -r -k id=part -d $(W)/$(2).speeches.tsv | \
	$(firstword $(3)) --output=$$@ $(wordlist 2,999,$(3))'
endef
of_both   = $(eval $(call sides_rule,$(1),$(2),$(3)))
$(if $(strip $(AGAINSTS)),$(call make_table,style-id.tsv,corpus,stats -q -f counts))
$(foreach v,$(AGAINSTS),\
$(call make_table,$v.speeches.tsv,$(IN_SOME),sides -q -O $(W)/$v -A '$(subst ','\'',$(strip $(AGAINST$(patsubst -%,_%,$(v:versus%=%)))))')\
$(call beside,$v.pair.tsv,$v.speeches.tsv)\
$(call make_table,$v.words.tsv,words-id.tsv,keyness -q -m $(LEAST_TIMES)$(SEEDED) -P auto $(call of_sides,$v) -p 1 -r 2 -O $(W)/$v.words)\
$(call make_table,$v.themes.tsv,themes-id.tsv,between -q -t$(SEEDED) -M each $(call of_sides,$v) -O $(W)/$v.themes)\
$(call make_table,$v.style.tsv,style-id.tsv,between -q$(SEEDED) -M each $(call of_sides,$v) -O $(W)/$v.style)\
$(foreach t,words themes style,$(call beside,$v.$t.tests.tsv,$v.$t.tsv)$(eval $(W)/$v.$t.tsv: $(W)/$v.speeches.tsv))\
$(call of_both,$v.sides.tsv,$v,stats -q -b side)\
$(call of_both,$v.typical.tsv,$v,typical -q -c $(COUNTED) -b side -d $(W)/$v.words.tsv -x $(W)/types.tsv)\
$(eval $(W)/$v.typical.tsv: $(W)/$v.words.tsv $(W)/types.tsv))

# classes of segments; one run writes all its tables
# $(call last,LETTER,OPTIONS,DEFAULT): the value of an option, the last one counts.
last   = $(or $(lastword $(foreach w,$(subst -$(1) ,-$(1),$(strip $(2))),$(if $(filter -$(1)%,$w),$(w:-$(1)%=%)))),$(3))
CLASS_TABLES := choices segments profiles supplementary words metadata typical tree stability
$(if $(filter yes,$(CLASSES)),\
$(call make_table,classes.tsv,corpus,classes -q$(SEEDED)$(if $(OF_CLASSES), -c stem$(OF_CLASSES)) \
$(if $(strip $(PARTS)),-a $(subst $(empty) $(empty),$(comma),$(strip $(PARTS)))) $(STOPLISTS:%=-x %) \
$(CLASSES_OPTIONS) -O $(W)/classes,$(STOPLISTS))\
$(call beside,$(CLASS_TABLES:%=classes.%.tsv) classes.tree.txt,classes.tsv)\
$(call make_table,classes.factors.tsv,classes.words.tsv,factors -q)\
$(call make_table,stems.tsv,corpus,types -q -c $(call last,c,$(CLASSES_OPTIONS),stem)))

# how it is written: with intervals over the sentences of each speech
$(call make_table,richness.tsv,corpus,richness -q -B)
$(call make_table,readability.tsv,corpus,readability -q -B)

# what changes in time, and within each speaker; the speeches' table tells when
IN_TIME := -b $(if $(filter year,$(PERIOD)),year,date -u $(PERIOD)) -f speaker $(BY_SPEECH)
$(call make_table,trend-themes.tsv,themes-id.tsv,trend -q$(SEEDED) $(IN_TIME))
$(call make_table,trend-breaks.tsv,themes-id.tsv,trend -q$(SEEDED) -M break $(IN_TIME))
$(call make_table,trend-words.tsv,words-id.tsv,trend -q$(SEEDED) -m $(TREND_TIMES) $(IN_TIME))
$(call make_table,trend-rates.tsv,themes-id.tsv,trend -q$(SEEDED) -M rates $(IN_TIME))
$(W)/trend-themes.tsv $(W)/trend-breaks.tsv $(W)/trend-words.tsv $(W)/trend-rates.tsv: $(W)/speeches.tsv

# rates: of the corpus and of the parts (with intervals over speeches), of each
# speech (over its sentences)
$(call make_table,rates-all.tsv,themes-id.tsv,rates -g)
$(call make_table,rates-id.tsv,themes-units.tsv,rates -U)
$(foreach p,$(filter-out id,$(PARTS)),\
$(call make_table,rates-$p.tsv,themes-id.tsv,rates -b $p $(BY_SPEECH)))
$(patsubst %,$(W)/rates-%.tsv,$(filter-out id,$(PARTS))): $(W)/speeches.tsv

# what must add up: parts and shards are the whole, rows their totals; else there
# is no report
OF_WORDS := $(if $(filter form,$(COUNT)),, -w)$(if $(OF_CLASSES), -p)
$(call make_table,balance.tsv,stats-whole.tsv $(foreach p,$(BY),words-$p.tsv themes-$p.tsv) \
$(PARTS:%=stats-%.tsv) themes-units.tsv ngrams.tsv corpus,balance -d $(W)/speeches.tsv$(OF_WORDS))
$(W)/balance.tsv: $(W)/speeches.tsv
# (and of what is compared)
ifneq ($(SOME),)
$(W)/compared.ok: $(W)/some-speeches.tsv
	$(Q)[ "$$(wc -l < $<)" -gt 1 ] || sh pipeline/mistakes.sh value '$(STUDY)' '$(STUDY_MK)' '$(call of_hand,COMPARE)' \
	COMPARE 'COMPARE = %s: no speech passes' $(call q,$(strip $(COMPARE)))
	@: > $@
$(W)/balance.tsv: $(W)/compared.ok
endif
$(if $(SOME),$(call make_table,some-balance.tsv,some-whole.tsv some-words-id.tsv some-themes-id.tsv \
$(patsubst %,some-words-%.tsv,$(filter-out id,$(PARTS))) compared.vrt,balance -d $(W)/some-speeches.tsv$(OF_WORDS))\
$(eval $(W)/some-balance.tsv: $(W)/some-speeches.tsv)$(eval $(W)/balance.tsv: $(W)/some-balance.tsv))

# ---- make check: what is wrong with the speeches; nothing depends on it ----

$(W)/transcript.vrt: $(SHARDS:%=$(W)/shards/%.recipe) $(W)/shards.list $(call use,export-to $(sort $(filter $(notdir $(BIN)),$(READERS))))
	$(call say,$(@F))
	$(Q)W='$(W)' STUDY='$(STUDY)' bash pipeline/shard.sh -r $@ $(SHARDS:%=$(W)/shards/%.recipe)

check: $(W)/transcript.vrt $(call sums,$(META_FILE)) $(call use,annotate check)
	$(Q)$(if $(META_FILE),bash -o pipefail -c "{ $(call joined) cat; }",cat) < $< > $(W)/checked.vrt
	$(Q)check -t -q $(CHECK) $(W)/checked.vrt

include pipeline/reports.mk
include pipeline/sensitivity.mk
endif
