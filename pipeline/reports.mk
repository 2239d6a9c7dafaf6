# reports.mk - the last layer of a study: tables -> reports/NAME.
TABLES := speeches types ngrams entries coverage rates-all segments \
	cooccurrents richness readability trend-themes trend-words trend-breaks \
	$(if $(filter id,$(PARTS)),,themes-id) \
	$(foreach p,$(PARTS),words-$p specificities-$p stats-$p themes-$p rates-$p \
	factors-$p eigenvalues-$p distances-$p cluster-$p) \
	$(if $(filter yes,$(CLASSES)),$(CLASS_TABLES:%=classes.%))
PAGES :=

# Half-written files stand in the work folder, never in reports/.
part = $(W)/.$(@F).part

# Variables of the study as the environment of a script.
quoted = $(foreach v,$(1),$(v)='$(subst ','\'',$($(v)))')
PAGE_VARIABLES := TITLE COUNT PARTS REPORT_LANG STOPLISTS THEME_LABELS SHEETS SHEETS_MOST
report = $(call quoted,W OUT $(PAGE_VARIABLES)) sh pipeline/reports/$(1) > $(part) && mv $(part) $@
$(call remember,$(W)/commands/pages,$(call quoted,$(PAGE_VARIABLES)))
of_pages := $(W)/commands/pages $(call sums,$(SCRIPTS) $(STOPLISTS) $(THEME_LABELS))

# $(call make_page,PAGE,SCRIPT,TABLES,PROGRAMS)
define page
PAGES += $(1)
$(call ran,$(1).txt,$(2),$(4))
$(OUT)/$(1).txt: $(addprefix $(W)/,$(3)) $(of_pages) $(call use,$(4))
	$$(folder_of)
	$$(call say,$$@)
	$$(Q)$$(call report,$(2))
endef
make_page = $(eval $(call page,$(1),$(2),$(3),$(4)))

$(call make_page,overview,overview.sh,speeches.tsv stats-whole.tsv types.tsv \
	rates-all.tsv $(PARTS:%=stats-%.tsv),table bars)
$(call make_page,themes,themes.sh,entries.tsv coverage.tsv rates-all.tsv \
	$(PARTS:%=rates-%.tsv) $(PARTS:%=stats-%.tsv),table bars)
$(call make_page,ngrams,ngrams.sh,types.tsv ngrams.tsv grammar.tsv,table)
$(call make_page,segments,segments.sh,segments.tsv grammar.tsv,table)
$(call make_page,cooccurrents,cooccurrents.sh,cooccurrents.tsv cooccurrents.pivots.tsv grammar.tsv,table)
$(foreach p,$(PARTS),\
$(call make_page,specificities-$p,specificities.sh $p,specificities-$p.tsv stats-$p.tsv,table)\
$(call make_page,map-$p,map.sh $p,factors-$p.tsv eigenvalues-$p.tsv distances-$p.tsv stats-$p.tsv,table map cluster))
$(if $(filter yes,$(CLASSES)),$(call make_page,classes,classes.sh,classes.tsv stems.tsv,table))
$(call make_page,style,style.sh,richness.tsv readability.tsv,table)
$(call make_page,trends,trends.sh,trend-themes.tsv trend-words.tsv \
	trend-breaks.tsv speeches.tsv grammar.tsv,table)

$(TABLES:%=$(OUT)/%.tsv): $(OUT)/%.tsv: $(W)/%.tsv
	$(folder_of)
	$(Q)cp $< $(part) && mv $(part) $@

# one sheet a speech; a sheet whose bytes stay the same is not written again
$(call ran,sheets,sheets.sh,table bars concordance)
$(OUT)/sheets/index.tsv: $(W)/corpus.vrt $(addprefix $(W)/,speeches.tsv \
    rates-id.tsv rates-all.tsv specificities-id.tsv) $(of_pages) \
    $(call use,table bars concordance)
	$(folder_of)
	$(call say,$@)
	$(Q)$(call report,sheets.sh)

# what every figure came from
OPTIONS := READ NO_WORDS SELECT TOKENISE STEM LEMMATISE COUNT PARTS PIVOTS \
	SEGMENTS CLASSES CLASSES_OPTIONS REPS REPORT_LANG
$(call remember,$(W)/ran.list,$(RAN))
$(call remember,$(W)/programs.list,$(sort $(PROGRAMS)))
$(call remember,$(W)/options,$(call quoted,$(OPTIONS)))
$(call remember,$(W)/readers,$(READERS))
$(OUT)/PROVENANCE.tsv: $(W)/inputs.tsv $(W)/ran.list $(W)/programs.list $(W)/options $(W)/readers \
    $(addprefix $(W)/commands/,$(RAN)) pipeline/provenance.sh $(BIN)
	$(folder_of)
	$(call say,$@)
	$(Q)$(call quoted,W STUDY OPTIONS $(OPTIONS)) \
	sh pipeline/provenance.sh > $(part) && mv $(part) $@

# What an earlier run made and the study has no more: parts, classes, sheets.
# (A file of somebody else whose name has a blank is two words here: neither
# may be taken for a name of ours, nor for one elsewhere.)
STALE := $(filter $(OUT)/%.txt $(OUT)/%.tsv $(W)/%, \
	$(filter-out $(PAGES:%=$(OUT)/%.txt) $(TABLES:%=$(OUT)/%.tsv), \
	$(wildcard $(addprefix $(OUT)/,words-*.tsv specificities-*.t?? stats-*.tsv \
	themes-*.tsv rates-*.tsv factors-*.tsv eigenvalues-*.tsv distances-*.tsv \
	cluster-*.tsv map-*.txt classes.t?? classes.*.tsv stems.tsv))) \
	$(filter-out $(addprefix $(W)/,$(RAN) inputs.tsv),$(wildcard $(W)/*.tsv $(W)/classes.*)))
STALE += $(foreach f,$(filter-out $(RAN),$(notdir $(STALE))),$(W)/commands/$f $(W)/files/$f)
NO_SHEETS = find $(OUT)/sheets -maxdepth 1 -type f \( -name '*.txt' -o \
	-name index.tsv \) -delete && { rmdir $(OUT)/sheets 2> /dev/null || :; }

reports: all $(PAGES:%=$(OUT)/%.txt) $(TABLES:%=$(OUT)/%.tsv) \
    $(OUT)/PROVENANCE.tsv $(if $(filter yes,$(SHEETS)),$(OUT)/sheets/index.tsv)
	@$(if $(strip $(STALE)),rm -f $(STALE))
	@$(if $(filter yes,$(SHEETS)),,$(if $(wildcard $(OUT)/sheets),$(NO_SHEETS)))

.PHONY: reports
