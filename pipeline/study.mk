# study.mk - the graph of a study, in reading order: one rule, one program, one
# file.  A study is a folder with texts and a study.mk of a few lines, which
# may set the variables below (study.5).
STUDY ?= corpus/sample
override STUDY := $(patsubst %/,%,$(STUDY))
NAME  ?= $(notdir $(abspath $(STUDY)))
W     := $(B)/study/$(NAME)
OUT   := reports/$(NAME)

# The files of the study that fit the patterns, by names that make can hold.
texts = $(shell sh pipeline/texts.sh '$(STUDY)' '$(W)/names' \
	$(foreach p,$(1),'$(p)'))

TEXT      = TEXT
TITLE     = $(NAME)
TEXTS     = $(call texts,*.txt)
READ      = read-text
META      =
NO_WORDS  = event label published front note kinesic incident vocal gap \
	stage speaker outside
SELECT    = $(NO_WORDS:%=-a 'p.type!=%')
TOKENISE  = tokenise
STEM      = stem
LEMMATISE =
COUNT     = form
PARTS     = speaker year
THEMES    = pipeline/themes/fr/politique.tsv
THEME_LABELS = $(patsubst %.tsv,%.labels.tsv,$(THEMES))
STOPLISTS = pipeline/stoplists/fr/grammaire.txt
PIVOTS    =
CLASSES   = yes
CLASSES_OPTIONS =
SEGMENTS  = -m 2
REPS      = 1000
SHEETS    = yes
SHEETS_MOST = 300
REPORT_LANG ?= en
CHECK     =

ifneq ($(wildcard $(STUDY)/study.mk),)
include $(STUDY)/study.mk
endif
TEXTS := $(TEXTS)

# Columns of speeches.tsv: these first, then the attributes of the parts.
comma := ,
empty :=
TAB := $(empty)	$(empty)
define NL


endef
ATTRS := $(subst $(empty) $(empty),$(comma),$(strip title date year speaker \
	place $(filter-out title date year speaker place id,$(PARTS))))

# What a recipe writes stands under another name until it is whole.
done = && mv $@.part $@
TRANSCRIPTS := $(TEXTS:%=$(W)/texts/%.transcript)
TOKENS      := $(TEXTS:%=$(W)/texts/%.tokens)
STEMS       := $(TEXTS:%=$(W)/texts/%.stems)
LEMMAS      := $(TEXTS:%=$(W)/texts/%.lemmas)
STREAMS     := $(if $(strip $(LEMMATISE)),$(LEMMAS),$(STEMS))
RULES       := $(wildcard pipeline/rules/fr/*)
use = $(addprefix $(B)/bin/,$(1))

# Of a text: where it is; its reader; the programs and files of the study that
# the reader's command names.
source  = $(or $(wildcard $(W)/names/$(1)),$(STUDY)/$(1))
reader  = $(foreach TEXT,$(1),$(or $(READ_$(1)),$(READ)))
reading = $(filter $(BIN),$(call use,$(call reader,$(1)))) \
	$(wildcard $(addprefix $(STUDY)/,$(call reader,$(1))))
# Some readers write tokens (shell code: the file is a token stream).
is_tokens = read -r head < $(1) || :; case $$head in '<!-- \#vrt'*) ;; *) false;; esac

# A folder without texts, texts that are not there, two studies of one name.
ifneq ($(filter reports check,$(MAKECMDGOALS)),)
MISSING := $(strip $(foreach t,$(TEXTS),$(if $(wildcard $(call source,$t)),,$t)))
ifneq ($(shell sh pipeline/check-study.sh '$(STUDY)' '$(NAME)' '$(W)/.study' \
    $(words $(TEXTS)) $(MISSING) && echo good),good)
$(error nothing is made)
endif
endif

# texts -> transcripts -> tokens -> stems (-> lemmas, if the study wants them)
.SECONDEXPANSION:
$(TRANSCRIPTS): $(W)/texts/%.transcript: $$(call source,$$*) \
    $$(call reading,$$*) $(wildcard $(STUDY)/study.mk)
	$(call say,$(patsubst $(W)/%,%,$@))
	@mkdir -p $(@D)
	$(Q)file=$$(readlink '$(W)/names/$*' || echo '$*'); (cd '$(STUDY)' && \
	$(call reader,$*) "$${file#"$$(pwd -P)/"}") > $@.part $(done)

$(TOKENS): %.tokens: %.transcript $(call use,tokenise) $(RULES)
	$(call say,$(patsubst $(W)/%,%,$@))
	$(Q)if $(call is_tokens,$<); then cp $< $@.part; \
	else $(TOKENISE) $< > $@.part; fi $(done)

$(STEMS): %.stems: %.tokens $(call use,stem) $(RULES)
	$(call say,$(patsubst $(W)/%,%,$@))
	$(Q)$(STEM) $< > $@.part $(done)

$(LEMMAS): %.lemmas: %.stems $(call use,lemmatise) $(RULES) \
    $(wildcard $(STUDY)/study.mk)
	$(call say,$(patsubst $(W)/%,%,$@))
	$(Q)$(LEMMATISE) $< > $@.part $(done)

# the corpus: all speeches, their metadata, what the study keeps of them
$(W)/whole.vrt: $(STREAMS)
	$(call say,$(patsubst $(W)/%,%,$@))
	$(file >$@.list,$(STREAMS))
	$(Q)xargs cat < $@.list > $@.part $(done)

$(W)/annotated.vrt: $(W)/whole.vrt $(addprefix $(STUDY)/,$(META)) \
    $(call use,annotate)
	$(call say,$(patsubst $(W)/%,%,$@))
	$(Q)$(if $(META),annotate -d '$(STUDY)/$(META)',cat) $< > $@.part $(done)

$(W)/corpus.vrt: $(W)/annotated.vrt $(call use,select)
	$(call say,$(patsubst $(W)/%,%,$@))
	$(Q)$(if $(SELECT),select $(SELECT),cat) $< > $@.part $(done)

# counts
$(W)/words-%.tsv: $(W)/corpus.vrt $(call use,ngrams)
	$(call say,$(patsubst $(W)/%,%,$@))
	$(Q)ngrams -q -c $(COUNT) -b $* $< > $@.part $(done)

$(W)/ngrams.tsv: $(W)/corpus.vrt $(call use,ngrams)
	$(call say,$(patsubst $(W)/%,%,$@))
	$(Q)ngrams -c form -n 1-4 -m 2 $< > $@.part $(done)

$(W)/themes-units.tsv: $(W)/corpus.vrt $(call use,themes) $(THEMES)
	$(call say,$(patsubst $(W)/%,%,$@))
	$(Q)themes -q -d $(THEMES) -U $< > $@.part $(done)

$(W)/themes-%.tsv: $(W)/corpus.vrt $(call use,themes) $(THEMES)
	$(call say,$(patsubst $(W)/%,%,$@))
	$(Q)themes -q -d $(THEMES) -b $* $< > $@.part $(done)

$(W)/entries.tsv: $(W)/corpus.vrt $(call use,themes) $(THEMES)
	$(call say,$(patsubst $(W)/%,%,$@))
	$(Q)themes -r -d $(THEMES) $< > $@.part 2> $@.notes $(done)

# figures
$(W)/speeches.tsv: $(W)/corpus.vrt $(call use,stats)
	$(call say,$(patsubst $(W)/%,%,$@))
	$(Q)stats -q -a $(ATTRS) $< > $@.part $(done)

# a speech's own words are rare in the corpus: a lower bound than the parts'
$(W)/specificities-id.tsv: $(W)/words-id.tsv $(call use,specificities)
	$(call say,$(patsubst $(W)/%,%,$@))
	$(Q)specificities -q -m 2 $< > $@.part $(done)

$(W)/specificities-%.tsv: $(W)/words-%.tsv $(call use,specificities)
	$(call say,$(patsubst $(W)/%,%,$@))
	$(Q)specificities -q -m 5 $< > $@.part $(done)

$(W)/stats-whole.tsv: $(W)/corpus.vrt $(call use,stats)
	$(call say,$(patsubst $(W)/%,%,$@))
	$(Q)stats -q -t $< > $@.all
	$(Q)sed -n '1p; $$p' $@.all > $@.part $(done)

$(W)/stats-%.tsv: $(W)/corpus.vrt $(call use,stats)
	$(call say,$(patsubst $(W)/%,%,$@))
	$(Q)stats -q -b $* $< > $@.part $(done)

$(W)/stems.tsv: $(W)/corpus.vrt pipeline/stems.awk $(STOPLISTS)
	$(call say,$(patsubst $(W)/%,%,$@))
	$(Q)awk -f pipeline/stems.awk $(STOPLISTS) $< > $@.part $(done)

# runs of words that return, the words around the pivots
$(W)/segments.tsv: $(W)/corpus.vrt $(call use,segments)
	$(call say,$(patsubst $(W)/%,%,$@))
	$(Q)segments -q $(SEGMENTS) $< > $@.part $(done)

$(W)/cooccurrents.tsv: $(W)/corpus.vrt $(W)/stems.tsv pipeline/pivots.sh \
    $(call use,cooccurrents)
	$(call say,$(patsubst $(W)/%,%,$@))
	$(Q)$(call quoted,PIVOTS) sh pipeline/pivots.sh $< $(W)/stems.tsv > $@.part $(done)

# what is alike: factors, distances, their tree
$(W)/factors-%.tsv: $(W)/words-%.tsv $(call use,factors)
	$(call say,$(patsubst $(W)/%,%,$@))
	$(Q)factors -q -E $(W)/eigenvalues-$*.tsv $< > $@.part $(done)

$(W)/eigenvalues-%.tsv: $(W)/factors-%.tsv ;

$(W)/distances-%.tsv: $(W)/words-%.tsv $(call use,distance)
	$(call say,$(patsubst $(W)/%,%,$@))
	$(Q)distance -q $< > $@.part $(done)

$(W)/cluster-%.tsv: $(W)/distances-%.tsv $(call use,cluster)
	$(call say,$(patsubst $(W)/%,%,$@))
	$(Q)cluster -q $< > $@.part $(done)

# classes of segments; one run writes all its tables
$(W)/classes.tsv: $(W)/corpus.vrt $(STOPLISTS) $(call use,classes)
	$(call say,$(patsubst $(W)/%,%,$@))
	$(Q)classes -q -a $(subst $(empty) $(empty),$(comma),$(strip $(PARTS))) \
	$(STOPLISTS:%=-x %) $(CLASSES_OPTIONS) -O $(W)/classes $< > $@.part $(done)

CLASS_TABLES := segments profiles metadata typical tree stability
$(CLASS_TABLES:%=$(W)/classes.%.tsv) $(W)/classes.tree.txt: $(W)/classes.tsv ;

# how it is written: with intervals over the sentences of each speech
$(W)/richness.tsv: $(W)/corpus.vrt $(call use,richness)
	$(call say,$(patsubst $(W)/%,%,$@))
	$(Q)richness -q -B $(REPS) $< > $@.part $(done)

$(W)/readability.tsv: $(W)/corpus.vrt $(call use,readability)
	$(call say,$(patsubst $(W)/%,%,$@))
	$(Q)readability -q -B $(REPS) $< > $@.part $(done)

# what changes from year to year
$(W)/trend-themes.tsv: $(W)/themes-id.tsv $(W)/speeches.tsv $(call use,trend)
	$(call say,$(patsubst $(W)/%,%,$@))
	$(Q)trend -q -b year -d $(W)/speeches.tsv $< > $@.part $(done)

$(W)/trend-breaks.tsv: $(W)/themes-id.tsv $(W)/speeches.tsv $(call use,trend)
	$(call say,$(patsubst $(W)/%,%,$@))
	$(Q)trend -q -M break -b year -d $(W)/speeches.tsv $< > $@.part $(done)

$(W)/trend-words.tsv: $(W)/words-id.tsv $(W)/speeches.tsv $(call use,trend)
	$(call say,$(patsubst $(W)/%,%,$@))
	$(Q)trend -q -m 10 -b year -d $(W)/speeches.tsv $< > $@.part $(done)

# rates: of the corpus and of the parts (speeches resampled), of each speech
# (its sentences resampled)
$(W)/rates-all.tsv: $(W)/themes-id.tsv $(call use,rates)
	$(call say,$(patsubst $(W)/%,%,$@))
	$(Q)rates -g $< > $@.part $(done)

$(W)/rates-id.tsv: $(W)/themes-units.tsv $(call use,rates)
	$(call say,$(patsubst $(W)/%,%,$@))
	$(Q)rates -U $< > $@.part $(done)

$(W)/rates-%.tsv: $(W)/themes-id.tsv $(W)/speeches.tsv $(call use,rates)
	$(call say,$(patsubst $(W)/%,%,$@))
	$(Q)rates -b $* -d $(W)/speeches.tsv $< > $@.part $(done)

# make check: what is wrong with the speeches; nothing else depends on it
$(W)/transcript.vrt: $(TRANSCRIPTS) $(call use,export-to)
	$(call say,$(patsubst $(W)/%,%,$@))
	$(file >$@.list,$(TRANSCRIPTS))
	$(Q)for f in $$(cat $@.list); do \
	if $(call is_tokens,$$f); then export-to -q -f transcript $$f; \
	else cat $$f; fi || exit; done > $@.part $(done)

check: $(W)/transcript.vrt $(addprefix $(STUDY)/,$(META)) \
    $(call use,annotate check)
	$(Q)$(if $(META),annotate -d '$(STUDY)/$(META)',cat) $< > $(W)/checked.vrt
	$(Q)check -t -q $(CHECK) $(W)/checked.vrt
