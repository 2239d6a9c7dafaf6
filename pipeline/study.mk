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
THEMES    = pipeline/themes/politique-fr.tsv
THEME_LABELS = $(patsubst %.tsv,%.labels.tsv,$(THEMES))
STOPLISTS = pipeline/stoplists/grammaire-fr.txt
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
RULES       := $(wildcard pipeline/rules/*)
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

# rates: of the corpus, of the parts (speeches resampled), of each speech
$(W)/rates-all.tsv: $(W)/themes-id.tsv $(call use,rates)
	$(call say,$(patsubst $(W)/%,%,$@))
	$(Q)rates -g $< > $@.part $(done)

$(W)/rates-id.tsv: $(W)/themes-id.tsv $(call use,rates)
	$(call say,$(patsubst $(W)/%,%,$@))
	$(Q)rates $< > $@.part $(done)

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
