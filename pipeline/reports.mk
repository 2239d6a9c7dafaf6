# reports.mk - the last layer of a study: tables -> reports/NAME.
TEXT_REPORTS := overview themes ngrams segments cooccurrents style trends \
	$(PARTS:%=specificities-%) $(PARTS:%=map-%) \
	$(if $(filter yes,$(CLASSES)),classes)
TABLES := speeches stems ngrams entries themes-id rates-all segments \
	cooccurrents richness readability trend-themes trend-words trend-breaks \
	$(foreach p,$(PARTS),words-$p specificities-$p stats-$p themes-$p rates-$p \
	factors-$p eigenvalues-$p distances-$p cluster-$p) \
	$(if $(filter yes,$(CLASSES)),$(CLASS_TABLES:%=classes.%))
SCRIPTS := $(wildcard pipeline/reports/* pipeline/labels/*)

reports: all $(TEXT_REPORTS:%=$(OUT)/%.txt) $(TABLES:%=$(OUT)/%.tsv) \
    $(OUT)/PROVENANCE.tsv $(if $(filter yes,$(SHEETS)),$(OUT)/sheets/index.tsv)

# Half-written files stand in the work folder, never in reports/.
part = $(W)/.$(@F).part

# Variables of the study as the environment of a script.
quoted = $(foreach v,$(1),$(v)='$(subst ','\'',$($(v)))')

report = $(call quoted,W OUT TITLE COUNT PARTS REPORT_LANG STOPLISTS \
	THEME_LABELS SHEETS SHEETS_MOST) sh pipeline/reports/$(1) > $(part) && mv $(part) $@

$(OUT)/overview.txt: $(addprefix $(W)/,speeches.tsv stats-whole.tsv stems.tsv \
    rates-all.tsv $(PARTS:%=stats-%.tsv)) $(SCRIPTS) $(call use,table bars)
	@mkdir -p $(@D)
	$(call say,$@)
	$(Q)$(call report,overview.sh)

$(OUT)/themes.txt: $(addprefix $(W)/,entries.tsv rates-all.tsv \
    $(PARTS:%=rates-%.tsv)) $(SCRIPTS) $(call use,table bars)
	@mkdir -p $(@D)
	$(call say,$@)
	$(Q)$(call report,themes.sh)

$(OUT)/ngrams.txt: $(W)/stems.tsv $(W)/ngrams.tsv $(SCRIPTS) $(call use,table)
	@mkdir -p $(@D)
	$(call say,$@)
	$(Q)$(call report,ngrams.sh)

$(OUT)/specificities-%.txt: $(W)/specificities-%.tsv $(W)/stats-%.tsv \
    $(SCRIPTS) $(call use,table)
	@mkdir -p $(@D)
	$(call say,$@)
	$(Q)$(call report,specificities.sh $*)

$(OUT)/segments.txt: $(W)/segments.tsv $(SCRIPTS) $(call use,table)
	@mkdir -p $(@D)
	$(call say,$@)
	$(Q)$(call report,segments.sh)

$(OUT)/cooccurrents.txt: $(W)/cooccurrents.tsv $(SCRIPTS) $(call use,table)
	@mkdir -p $(@D)
	$(call say,$@)
	$(Q)$(call report,cooccurrents.sh)

$(OUT)/map-%.txt: $(W)/factors-%.tsv $(W)/distances-%.tsv $(W)/stats-%.tsv \
    $(SCRIPTS) $(call use,table map cluster)
	@mkdir -p $(@D)
	$(call say,$@)
	$(Q)$(call report,map.sh $*)

$(OUT)/classes.txt: $(W)/classes.tsv $(W)/stems.tsv $(SCRIPTS) $(call use,table)
	@mkdir -p $(@D)
	$(call say,$@)
	$(Q)$(call report,classes.sh)

$(OUT)/style.txt: $(W)/richness.tsv $(W)/readability.tsv $(SCRIPTS) \
    $(call use,table)
	@mkdir -p $(@D)
	$(call say,$@)
	$(Q)$(call report,style.sh)

$(OUT)/trends.txt: $(W)/trend-themes.tsv $(W)/trend-words.tsv \
    $(W)/trend-breaks.tsv $(W)/speeches.tsv $(SCRIPTS) $(call use,table)
	@mkdir -p $(@D)
	$(call say,$@)
	$(Q)$(call report,trends.sh)

$(TABLES:%=$(OUT)/%.tsv): $(OUT)/%.tsv: $(W)/%.tsv
	@mkdir -p $(@D)
	$(Q)cp $< $(part) && mv $(part) $@

# one sheet a speech; a sheet whose bytes stay the same is not written again
$(OUT)/sheets/index.tsv: $(W)/corpus.vrt $(addprefix $(W)/,speeches.tsv \
    rates-id.tsv rates-all.tsv specificities-id.tsv) $(SCRIPTS) \
    $(call use,table bars concordance)
	@mkdir -p $(@D)
	$(call say,$@)
	$(Q)$(call report,sheets.sh)

# what every figure came from
$(OUT)/PROVENANCE.tsv: $(W)/corpus.vrt $(THEMES) pipeline/provenance.sh $(BIN)
	@mkdir -p $(@D)
	$(call say,$@)
	$(file >$(W)/readers.tsv,$(subst $(NL) ,$(NL),$(foreach t,$(TEXTS),$t$(TAB)$(call reader,$t)$(NL))))
	$(Q)$(call quoted,W STUDY TEXTS META RULES THEMES STOPLISTS READ SELECT \
	TOKENISE STEM LEMMATISE COUNT PARTS PIVOTS SEGMENTS CLASSES \
	CLASSES_OPTIONS REPS REPORT_LANG) \
	sh pipeline/provenance.sh > $(part) && mv $(part) $@

.PHONY: reports
