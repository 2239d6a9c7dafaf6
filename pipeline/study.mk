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
TOKENISE  = tokenise
STEM      = stem
LEMMATISE =
COUNT     = form
PARTS     = $(DEFAULT_PARTS)
PERIOD    = year
THEMES    = pipeline/themes/fr/politique.tsv
THEME_LABELS = $(patsubst %.tsv,%.labels.tsv,$(THEMES))
STOPLISTS = pipeline/stoplists/fr/grammaire.txt
PIVOTS    =
CLASSES   = yes
CLASSES_OPTIONS =
SEGMENTS  = -m 2
SHEETS    = yes
WORKBOOK  = no
SHARD     = 64
REPORT_LANG ?= en
CHECK     =
DEFAULT_PARTS := speaker year
include pipeline/slurm.mk

# What there is before study.mk, for variables.mk.
STUDY_MK     := $(wildcard $(STUDY)/study.mk)
GIVEN        := $(STUDY) $(NAME) $(B) $(W) $(OUT)
BEFORE_FILES := $(MAKEFILE_LIST)
BEFORE       := $(.VARIABLES)
ifneq ($(STUDY_MK),)
include $(STUDY_MK)
endif

# The programs, then the study, one run at a time: two would write the same
# files.  The lock goes with the processes that hold it; those of a run that
# was killed may need a moment.
ifndef LOCKED
ifneq ($(filter $(GOALS),$(MAKECMDGOALS)),)
include pipeline/variables.mk
endif
.PHONY: $(GOALS) locked
$(GOALS): locked
locked:
	$(Q)mkdir -p $(B) $(W) && \
	flock $(B)/.lock $(MAKE) --no-print-directory LOCKED=programs all
	$(Q)flock -w 1 -E 75 $(W)/.lock $(engine) $(MAKE) --no-print-directory LOCKED=study \
	$(filter $(GOALS),$(MAKECMDGOALS)) || { rc=$$?; [ $$rc -ne 75 ] || \
	echo "tribune: $(OUT): another run is making it: wait, or give NAME=..." >&2; \
	exit $$rc; }
else ifneq ($(filter study task,$(LOCKED)),)

# ---- what targets depend on beside files that are newer ----

# A file that is written only when the text that it holds is another one, so
# that what depends on it is made again: a command, a list.
# (GNU make 4.3 leaves the last line end on what it reads of a longer file.)
define NL


endef
same     = $(and $(findstring x$(1)x,x$(2)x),$(findstring x$(2)x,x$(1)x))
held     = $(or $(call same,$(1),$(2)),$(call same,$(1),$(2)$(NL)))
remember = $(if $(or $(filter task,$(LOCKED)),$(and $(wildcard $(1)),$(call held,$(file <$(1)),$(2)))),,$(if $(wildcard $(dir $(1))),,$(shell mkdir -p '$(dir $(1))'))$(file >$(1),$(2)))

# Inputs count by their content, not by their date, which an unpacked or moved
# file has from elsewhere: a stamp of each is written when its hash changes.
sums = $(foreach f,$(1),$(W)/sums/$(subst ..,@@,$f))
# $(call files,NAME,FILES): the same of the files that NAME is made with, and a
# list of them, for one that goes is no prerequisite any more.
files = $(call remember,$(W)/files/$(1),$(2:$(STUDY)/%=%))$(W)/files/$(1) $(call sums,$(2))

# The files of the study that fit the patterns, by names that make can hold.
texts = $(shell sh pipeline/texts.sh '$(STUDY)' '$(W)/names' \
	$(foreach p,$(1),'$(p)'))
TEXTS := $(TEXTS)

# Of a text: where it is; its reader; the tables that its command names.
source  = $(if $(wildcard $(STUDY)/$(1)),$(STUDY),$(W)/names)/$(1)
reader  = $(foreach TEXT,$(1),$(subst $(NL), ,$(or $(READ_$(1)),$(READ))))
tables  = $(wildcard $(addprefix $(STUDY)/,$(filter-out -%,$(call reader,$(1)))))
use     = $(addprefix $(B)/bin/,$(1))

# Columns of speeches.tsv: these first, then the attributes of the parts.
ATTRS := $(subst $(empty) $(empty),$(comma),$(strip title date year speaker \
	place $(filter-out title date year speaker place id,$(PARTS))))
RULES     := $(wildcard pipeline/rules/fr/*)
DESIGNS   := $(wildcard pipeline/pages/* pipeline/labels/* pipeline/explore/*)
META_FILE := $(addprefix $(STUDY)/,$(META))
# Files that options name as words of their own.
NAMED := $(foreach f,$(wildcard $(filter-out -%,$(TOKENISE) $(STEM) $(LEMMATISE) \
	$(SELECT) $(SEGMENTS) $(CLASSES_OPTIONS))),$(if $(wildcard $f/.),,$f))
# words of greetings are kept out of themes
GREETINGS := pipeline/stoplists/fr/adresses.txt
LISTS := $(RULES) $(THEMES) $(THEME_LABELS) $(STOPLISTS) \
	$(filter-out $(STOPLISTS),$(GREETINGS))

ifneq ($(call no_task,$(filter-out all,$(MAKECMDGOALS))),)
# A folder without texts, texts that are not there, two studies of one name.
TWICE := $(firstword $(foreach t,$(if $(filter-out $(words $(sort $(TEXTS))),$(words \
	$(TEXTS))),$(sort $(TEXTS))),$(if $(word 2,$(filter $t,$(TEXTS))),$t)))
$(if $(TWICE),$(error tribune: $(STUDY)/study.mk: TEXTS names $(TWICE) twice))
MISSING := $(strip $(foreach t,$(TEXTS),$(if $(wildcard $(call source,$t)),,$t)))
endif

# ---- texts -> shards: the corpus, its only copy ----

# What ran, for the provenance: $(call ran,TARGET,COMMAND,PROGRAM...) keeps the
# command of a target in a file that the target depends on.  Names of files are
# those inside the study and its work folder, wherever the two stand.
RAN      :=
PROGRAMS :=
ran = $(eval RAN += $(1))$(eval PROGRAMS += $(3))$(call remember,$(W)/commands/$(1),$(subst \
	$(STUDY)/,,$(subst $(W)/,,$(2))))

# What a study reads (plan.sh): its texts with their readers, the other files.
READERS   := $(foreach t,$(TEXTS),$(call reader,$t))
KEEP      := keep -q $(NO_WORDS:%=-a 'p.type!=%') $(SELECT)
EACH      := $(subst $(NL), ,$(TOKENISE) | $(STEM)$(if $(strip $(LEMMATISE)), | $(LEMMATISE)))
WHOLE     := $(subst $(NL), ,$(if $(META),annotate -q -d '$(META_FILE)' | )$(KEEP))
TOKENISED := $(filter $(notdir $(BIN)),$(TOKENISE) $(STEM) $(LEMMATISE) $(KEEP) $(if $(META),annotate))
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
	$(v:READ_%=%),$(TEXTS)),,$(info tribune: $(STUDY): $v: no text is called $(v:READ_%=%))))
ifneq ($(shell sh pipeline/plan.sh '$(STUDY)' '$(W)' '$(OUT)' '$(NAME)' $(words $(TEXTS)) $(firstword $(MISSING)) \
    && echo good),good)
$(error nothing is made)
endif
endif
SHARDS := $(file <$(W)/shards.list)
CORPUS := $(SHARDS:%=$(W)/shards/%.vrt.zst)

# A text goes with the others of its shard; the programs of its reader count.
$(CORPUS): %.vrt.zst: %.sh $(call use,$(TOKENISED) $(sort $(filter $(notdir $(BIN)),$(READERS)))) \
    $(call files,shards,$(RULES) $(META_FILE) $(filter $(NAMED),$(TOKENISE) $(STEM) $(LEMMATISE) $(SELECT)))
	$(call say,$(@F:.zst=) ($(words $(SHARDS)) shards))
	$(Q)W='$(W)' STUDY='$(STUDY)' bash pipeline/shard.sh $< $@

# For who wants it in one file.
$(W)/corpus.vrt: $(CORPUS) $(W)/shards.list
	$(call say,$(@F))
	$(Q)zstd -dcq $(CORPUS) > $@.part && mv $@.part $@

# Large tables that are not published are packed.
PACKED := $(filter-out $(if $(filter id,$(PARTS)),%-id.tsv),words-id.tsv themes-units.tsv places.tsv \
	specificities-id.tsv rates-id.tsv)
kept    = $(if $(filter $(1),$(PACKED)),$(1).zst,$(1))

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
# $(call beside,TARGETS,TARGET): what the command of TARGET writes too.
beside = $(foreach t,$(1),$(eval $(W)/$t: $(W)/$(2) ;)$(call ran,$t,$(file <$(W)/commands/$(2))))

# What the study names is there, and no id twice, before anything is counted.
$(call remember,$(W)/commands/parts,$(COUNT) $(PARTS))
$(W)/parts.ok: $(CORPUS) $(W)/shards.list $(W)/commands/parts pipeline/check-corpus.sh
	$(Q)sh pipeline/check-corpus.sh '$(W)' '$(META_FILE)' $(COUNT) \
	$(if $(filter $$(DEFAULT_PARTS),$(value PARTS)),default,asked) $(PARTS)
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

$(call make_counts,words-id.tsv,ngrams -q -c $(COUNT) -b id)
$(call make_counts,themes-id.tsv,themes -q -d $(THEMES) -b id,$(THEMES) $(GREETINGS))
$(call make_counts,themes-units.tsv,themes -q -d $(THEMES) -U,$(THEMES) $(GREETINGS))
$(call make_table,ngrams.tsv,corpus,ngrams -q -c form -n 1-4 -m 2)
$(call make_table,segments.tsv,corpus,segments -q $(SEGMENTS))

$(call make_table,entries.tsv,corpus,themes -q -r -d $(THEMES),$(THEMES) $(GREETINGS))
$(call make_table,places.tsv,corpus,themes -q -p -d $(THEMES),$(THEMES) $(GREETINGS))
$(call make_table,coverage.tsv,corpus,themes -q -z -d $(THEMES),$(THEMES) $(GREETINGS))

# the words as they are shown: by their commonest form, those of grammar apart
# (without a list there are none: no word is as frequent as that)
$(call make_table,types.tsv,corpus,types -q -c $(COUNT) $(STOPLISTS:%=-l %),$(STOPLISTS))
$(call make_table,grammar.tsv,corpus,types -q $(or $(STOPLISTS:%=-L %),-m 4294967295),$(STOPLISTS))

# of parts, from those of their speeches
BY_SPEECH := -d $(W)/speeches.tsv
$(foreach t,words themes,$(foreach p,$(filter-out id,$(PARTS)),\
$(call make_table,$t-$p.tsv,$t-id.tsv,merge -q -b $p $(BY_SPEECH))$(eval $(W)/$t-$p.tsv: $(W)/speeches.tsv)))

# ---- figures ----

$(call make_table,speeches.tsv,corpus,stats -q -a $(ATTRS))
$(foreach p,$(PARTS),$(call make_table,stats-$p.tsv,corpus,stats -q -b $p)\
$(call make_table,spans-$p.tsv,speeches.tsv,spans -q -b $p))
$(call make_table,stats-whole.tsv,corpus,stats -q -g)
$(call make_table,spans.tsv,speeches.tsv,spans -q)
$(call make_table,ranks.tsv,speeches.tsv,ranks -q)

# a speech's own words are rare in the corpus: a lower bound than the parts'
$(call make_table,specificities-id.tsv,words-id.tsv,specificities -q -m 2)
# (which parts' words their speeches bear out is asked of these)
$(foreach p,$(filter-out id,$(PARTS)),\
$(call make_table,specificities-$p.tsv,words-$p.tsv,specificities -q -m 5 -b $p $(BY_SPEECH) \
-u $(W)/$(call kept,words-id.tsv) -O $(W)/specificities-$p)\
$(call beside,specificities-$p.tests.tsv,specificities-$p.tsv)\
$(eval $(W)/specificities-$p.tsv: $(W)/speeches.tsv $(W)/$(call kept,words-id.tsv)))

# which themes the parts differ in, all at once and each against the others
$(foreach p,$(PARTS),\
$(call make_table,differences-$p.tsv,themes-id.tsv,between -q -t -b $(p:id=part) $(BY_SPEECH) -O $(W)/differences-$p)\
$(call beside,differences-$p.tests.tsv,differences-$p.tsv)\
$(call make_table,differences-each-$p.tsv,themes-id.tsv,between -q -t -M each -b $(p:id=part) $(BY_SPEECH))\
$(eval $(W)/differences-$p.tsv $(W)/differences-each-$p.tsv: $(W)/speeches.tsv))
# the sentences in which the words of a part come together
$(foreach p,$(filter-out id,$(PARTS)),\
$(call make_table,typical-$p.tsv,corpus,typical -q -c $(COUNT) -b $p -d $(W)/specificities-$p.tsv)\
$(eval $(W)/typical-$p.tsv: $(W)/specificities-$p.tsv))
# the first words of each speech where they stand
OF_SPEECH := $(call kept,specificities-id.tsv)
$(call make_table,contexts.tsv,corpus,concordance -q -c $(COUNT) -d $(W)/$(OF_SPEECH) -k 3 -n 4 -w 20)
$(W)/contexts.tsv: $(W)/$(OF_SPEECH)

# the words around the pivots, or around the three most frequent words
ifneq ($(strip $(PIVOTS)),)
$(call remember,$(W)/pivots.txt,# pivots$(NL)$(subst _, ,$(subst $(empty) $(empty),$(NL),$(strip $(PIVOTS)))))
else
$(W)/pivots.txt: $(W)/types.tsv
	$(Q){ echo '# pivots'; sed -n 2,4p $< | cut -f 2; } > $@.part && mv $@.part $@
endif

$(call make_table,cooccurrents.tsv,corpus,cooccurrents -q -u -c form -P $(W)/pivots.txt -O $(W)/cooccurrents)
$(call beside,cooccurrents.pivots.tsv,cooccurrents.tsv)
$(W)/cooccurrents.tsv: $(W)/pivots.txt

# pictures: where the pivots stand, in which parts; frequent words that are near
# each other (a window has no bound on sentences); how the vocabulary grows
OF_PIVOTS := -n 8 -P $(W)/pivots.txt
$(call make_table,progression.tsv,corpus,progression -q $(OF_PIVOTS))
$(call make_table,bounds.tsv,corpus,progression -q -z -b $(firstword $(filter-out id,$(PARTS)) id) $(OF_PIVOTS))
$(W)/progression.tsv $(W)/bounds.tsv: $(W)/pivots.txt
TIES := cooccurrents -q -A -c form -w 10 -n 60 -i S $(STOPLISTS:%=-l %)
$(call make_table,network.tsv,corpus,$(TIES) -T -f edges,$(STOPLISTS))
$(call make_table,communities.tsv,corpus,$(TIES) -T -f communities,$(STOPLISTS))
$(call make_table,growth.tsv,corpus,growth -q -O $(W)/growth)
$(call beside,growth.ranks.tsv,growth.tsv)

# what is alike: factors, distances, their tree; against chance, by the counts of
# the speeches (a speech that is a part by itself has its id as part)
grouped = -g $(if $(filter id,$(1)),part,$(1)) -t 0.1 $(BY_SPEECH)
$(foreach p,$(PARTS),\
$(call make_table,factors-$p.tsv,words-id.tsv,factors -q $(call grouped,$p) -B 200 -D 999 \
-E $(W)/eigenvalues-$p.tsv)\
$(call beside,eigenvalues-$p.tsv,factors-$p.tsv)\
$(call make_table,distances-$p.tsv,words-$p.tsv,distance -q -c $(COUNT))\
$(call make_table,nearest-$p.tsv,corpus,distance -q -c $(COUNT) -N -w 250 -b $p -P 999)\
$(call make_table,cluster-$p.tsv,words-id.tsv,cluster -q $(call grouped,$p) -B 200)\
$(eval $(W)/factors-$p.tsv $(W)/cluster-$p.tsv: $(W)/speeches.tsv))

# classes of segments; one run writes all its tables
CLASS_TABLES := choices segments profiles words metadata typical tree stability
$(if $(filter yes,$(CLASSES)),\
$(call make_table,classes.tsv,corpus,classes -q \
$(if $(strip $(PARTS)),-a $(subst $(empty) $(empty),$(comma),$(strip $(PARTS)))) $(addprefix -x ,$(STOPLISTS) $(if $(STOPLISTS),$(GREETINGS))) \
$(CLASSES_OPTIONS) -O $(W)/classes,$(STOPLISTS) $(GREETINGS))\
$(call beside,$(CLASS_TABLES:%=classes.%.tsv) classes.tree.txt,classes.tsv)\
$(call make_table,classes.factors.tsv,classes.words.tsv,factors -q)\
$(call make_table,stems.tsv,corpus,types -q -c stem))

# how it is written: with intervals over the sentences of each speech
$(call make_table,richness.tsv,corpus,richness -q -B)
$(call make_table,readability.tsv,corpus,readability -q -B)

# what changes in time, and within each speaker; the speeches' table tells when
PERIODS := -b $(if $(filter year,$(PERIOD)),year,date -u $(PERIOD))
IN_TIME := $(PERIODS) -f speaker $(BY_SPEECH)
$(call make_table,trend-themes.tsv,themes-id.tsv,trend -q $(IN_TIME))
$(call make_table,trend-breaks.tsv,themes-id.tsv,trend -q -M break $(IN_TIME))
$(call make_table,trend-words.tsv,words-id.tsv,trend -q -m 10 $(IN_TIME))
$(call make_table,trend-rates.tsv,themes-id.tsv,trend -q -M rates $(PERIODS) $(BY_SPEECH))
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
$(call make_table,balance.tsv,stats-whole.tsv $(foreach p,$(BY),words-$p.tsv themes-$p.tsv) \
$(PARTS:%=stats-%.tsv) themes-units.tsv ngrams.tsv corpus,balance -d $(W)/speeches.tsv $(if $(filter form,$(COUNT)),,-w))
$(W)/balance.tsv: $(W)/speeches.tsv

# ---- make check: what is wrong with the speeches; nothing depends on it ----

$(W)/transcript.vrt: $(SHARDS:%=$(W)/shards/%.sh) $(W)/shards.list $(call use,export-to $(sort $(filter $(notdir $(BIN)),$(READERS))))
	$(call say,$(@F))
	$(Q)W='$(W)' STUDY='$(STUDY)' bash pipeline/shard.sh -r $@ $(SHARDS:%=$(W)/shards/%.sh)

check: $(W)/transcript.vrt $(call sums,$(META_FILE)) $(call use,annotate check)
	$(Q)$(if $(META),annotate -d '$(META_FILE)',cat) $< > $(W)/checked.vrt
	$(Q)check -t -q $(CHECK) $(W)/checked.vrt

include pipeline/reports.mk
endif
