# sensitivity.mk - the statements of a study's pages under the choices that a
# researcher could as well have made (study.5, CHOICES).  Each choice is the same
# graph in a folder of its own, which begins as a copy of the study's, of linked
# files: what the choice does not touch is there already.
CHOSEN    := $(W)/choices
SENSITIVE := $(addprefix $(OUT)/,sensitivity.txt sensitivity.html sensitivity.tsv sensitivity-kinds.tsv sensitivity-choices.tsv)
dry       := $(findstring n,$(firstword -$(MAKEFLAGS)))

# The study first; its tables say what can be chosen.
sensitivity: reports
	+$(if $(dry),,$(Q)$(MAKE) --no-print-directory $(if $(V),,-s) LOCKED=study CHOOSING=yes COUNTING=yes $(SENSITIVE))
.PHONY: sensitivity

ifneq ($(CHOOSING)$(wildcard $(W)/sensitivity.tsv $(OUT)/sensitivity.tsv),)
# The tables that statements and figures are taken from, and what must add up.
SAID   := $(shell sed -n 's/^table \([^ ]*\) on.*/\1/p' pipeline/changes/statements.txt) distances-PART.tsv \
	eigenvalues-PART.tsv compared-PART.tsv types.tsv classes.segments.tsv balance.tsv
SAID   := $(filter $(RAN),$(sort $(foreach t,$(SAID),$(if $(findstring versus-PART,$t),$(foreach v,$(filter \
	versus-%,$(AGAINSTS)),$(subst versus-PART,$v,$t)),$(call by_part,$t)))))
endif

# What was made of other tables, or by another robust, goes.
OLD_CHOICES = $(call quoted,SAID TRIBUNE_MESSAGES) sh pipeline/choices.sh stale '$(W)' '$(OUT)' '$(TRIBUNE_LIBEXEC)/robust' \
	$(if $(CHOOSING)$(filter sensitivity,$(MAKECMDGOALS)),2>/dev/null)
MADE_CHOICES := $(wildcard $(W)/sensitivity.tsv $(OUT)/sensitivity.tsv)
MADE_CHOICES := $(if $(MADE_CHOICES),$(if $(if $(dry),,$(shell $(OLD_CHOICES))),,$(MADE_CHOICES)))

ifneq ($(CHOOSING),)
whole  = $(if $(call no_digits,$(1)),,$(1))
half   = $(shell expr '(' $(1) + 1 ')' / 2)
double = $(shell expr $(1) '*' 2)
toggled   = $(strip $(firstword $(1))$(if $(filter $(2),$(1)),, $(2)) $(filter-out $(2),$(wordlist 2,99,$(1))))

# Has the corpus lemmas, or which program gives it some, with a dictionary if there is
# one?
COLUMNS  := $(shell zstd -dcq $(firstword $(CORPUS)) 2>/dev/null | head -n 1)
LEMMAS   := $(if $(filter lemma,$(COLUMNS)),yes,$(if $(filter word,$(COLUMNS)),$(shell printf \
	'<!-- %svrt positional-attributes: word kind form -->\n<s>\nlois\tw\tlois\n</s>\n' '$(hash)' | \
	tag -q >/dev/null 2>&1 && echo tag || echo tag -X)))
WINDOW   := $(call whole,$(call last,w,$(COOCCURRENTS),5))
SIZE     := $(call whole,$(call last,n,$(CLASSES_OPTIONS),40))
HELD     := $(shell sh pipeline/choices.sh pivots '$(W)')

# $(call choice,NAME,VARIABLE=VALUE,VARIABLE=VALUE): one of them.
tab    := $(shell printf '\t')
choice = $(eval CHOICE_NAMES += $(1))$(eval CHOICE_$(1) := $(subst $$,$$$$,$(subst $(hash),\$(hash),$(2)$(if $(3),$(tab)$(3)))))
$(if $(filter form,$(COUNT)),,$(if $(filter form,$(COLUMNS)),$(call choice,form,COUNT=form)))
$(if $(filter stem,$(COUNT)),,$(if $(filter stem,$(COLUMNS)),$(call choice,stem,COUNT=stem)))
$(if $(filter lemma,$(COUNT)),,$(if $(LEMMAS),$(call choice,lemma,COUNT=lemma,$(if $(filter tag,$(LEMMAS)),LEMMATISE=$(LEMMAS)))))
$(if $(filter stem,$(firstword $(STEM))),$(if $(or $(filter stem,$(COUNT)),$(filter yes,$(CLASSES))),$(call \
	choice,$(if $(filter -X,$(STEM)),overrides,snowball),STEM=$(call toggled,$(STEM),-X))))
GRAMMAR := pipeline/stoplists/fr/grammaire.txt
# (Classes leave out grammar where there is no list: no list would say nothing more.)
$(if $(filter-out $(GRAMMAR),$(STOPLISTS)),$(call choice,grammar,STOPLISTS=$(GRAMMAR)),\
	$(call choice,lists,STOPLISTS=$(patsubst %,pipeline/stoplists/fr/%.txt,grammaire verbes adresses)))
$(if $(filter tokenise,$(firstword $(TOKENISE))),$(call choice,$(if $(filter -I,$(TOKENISE)),joined,apart),TOKENISE=$(call toggled,$(TOKENISE),-I)))
$(if $(strip $(NO_WORDS)),$(call choice,paragraphs,NO_WORDS=))
$(if $(strip $(COMPARE)),$(call choice,all,COMPARE=))
$(call choice,rarer,LEAST_TIMES=$(call half,$(LEAST_TIMES)),TREND_TIMES=$(call half,$(TREND_TIMES)))
$(call choice,commoner,LEAST_TIMES=$(call double,$(LEAST_TIMES)),TREND_TIMES=$(call double,$(TREND_TIMES)))
small  := $(shell sh pipeline/choices.sh small '$(W)' $(LEAST_WORDS) $(filter-out id,$(PARTS)))
smaller := $(shell sh pipeline/choices.sh small '$(W)' $(call double,$(LEAST_WORDS)) $(filter-out id,$(PARTS)))
$(if $(small),$(call choice,small,COMPARE=$(strip $(COMPARE) $(small))))
$(if $(smaller),$(if $(call same,$(small),$(smaller)),,$(call choice,smaller,COMPARE=$(strip $(COMPARE) $(smaller)))))
$(if $(WINDOW),$(call choice,narrow,COOCCURRENTS=$(strip $(COOCCURRENTS) -w $(call half,$(WINDOW))))\
	$(call choice,wide,COOCCURRENTS=$(strip $(COOCCURRENTS) -w $(call double,$(WINDOW)))))
$(if $(filter yes,$(CLASSES)),$(if $(SIZE),$(if $(filter -u%,$(CLASSES_OPTIONS)),,\
	$(call choice,short,CLASSES_OPTIONS=$(strip $(CLASSES_OPTIONS) -n $(call half,$(SIZE))))\
	$(call choice,long,CLASSES_OPTIONS=$(strip $(CLASSES_OPTIONS) -n $(call double,$(SIZE)))))))
$(call choice,seed,SEED=$(if $(filter 2,$(SEED)),3,2))

# Those that the study asks for: all, or these.
UNKNOWN := $(filter-out $(CHOICE_NAMES),$(CHOICES))
$(if $(UNKNOWN),$(shell sh pipeline/mistakes.sh value '$(STUDY)' '$(STUDY_MK)' '$(call of_hand,CHOICES)' CHOICES \
	'CHOICES = %s: there is no %s here; there are: %s' $(call q,$(CHOICES)) $(call q,$(firstword $(UNKNOWN))) '$(strip $(CHOICE_NAMES))')$(call stop))
CHOSEN_NAMES := $(if $(strip $(CHOICES)),$(filter $(CHOICES),$(CHOICE_NAMES)),$(CHOICE_NAMES))
$(call remember,$(W)/choices.list,$(subst $(empty) $(NL),$(NL),$(foreach c,$(CHOSEN_NAMES),$(NL)$c$(tab)$(CHOICE_$c))))

made_choices = $(CHOSEN_NAMES:%=$(CHOSEN)/%/made)
of_choices   = $(call quoted,W STUDY NAME COUNT SAID MAKE HELD)

# What it will cost is told before any of it is made.
$(call remember,$(W)/choices.said,$(SAID))
$(CHOSEN)/planned: $(W)/choices.list $(W)/choices.said $(foreach t,$(SAID),$(W)/$(call kept,$t)) $(CORPUS)
	+$(if $(dry),,$(Q)$(of_choices) sh pipeline/choices.sh plan)
$(made_choices): $(CHOSEN)/%/made: $(CHOSEN)/planned
	$(call say,choice $*)
	+$(if $(dry),,$(Q)$(of_choices) sh pipeline/choices.sh make $*)
$(W)/sensitivity.tsv: $(made_choices) $(call use,robust) pipeline/changes/statements.txt
	$(call say,$(@F))
	$(Q)$(of_choices) sh pipeline/choices.sh runs
	$(Q)robust --output=$@ -q -a '$(subst $(empty) $(empty),$(comma),$(strip $(PARTS) \
	$(patsubst versus-%,%,$(filter versus-%,$(AGAINSTS)))))' -O $(W)/sensitivity $(W)/choices.tsv
	$(Q)sh pipeline/choices.sh took '$(W)'
$(W)/sensitivity-kinds.tsv $(W)/sensitivity-choices.tsv: $(W)/sensitivity.tsv ;
endif

# A page that was made stays, in the language of the others, as long as the tables
# are those that it was made of (choices.sh).
ifneq ($(CHOOSING)$(MADE_CHOICES),)
$(OUT)/sensitivity.txt $(OUT)/sensitivity.html &: $(W)/sensitivity.tsv $(W)/sensitivity-kinds.tsv $(W)/sensitivity-choices.tsv \
    $(call page_needs,$(filter-out sensitivity%$(if $(filter yes,$(CLASSES)),, stems.tsv),$(call by_part,$(call design,sensitivity)))) $(of_pages) $(call \
    sums,pipeline/pages/sensitivity.page) $(call use,page) | $(W)/balance.tsv
	$(folder_of)
	$(call say,$(OUT)/sensitivity.txt)
	$(Q)page -q -d $(W) -l $(LABELS) -O $(OUT)/sensitivity pipeline/pages/sensitivity.page $(values)
$(OUT)/sensitivity%tsv: $(W)/sensitivity%tsv
	$(folder_of)
	$(Q)cp $< $@.part && mv $@.part $@
reports: $(if $(CHOOSING),,$(SENSITIVE))
endif
