# reports.mk - the last layer of a study: tables -> pages, in reports/NAME.
TABLES := speeches compared types ngrams entries coverage rates-all segments \
	cooccurrents richness readability trend-themes trend-words trend-breaks \
	trend-rates network network.communities growth growth.ranks ranks contexts balance \
	$(if $(filter id,$(PARTS)),,themes-id) $(patsubst %,typical-%,$(filter-out id,$(PARTS))) \
	$(foreach p,$(PARTS),words-$p specificities-$p differences-$p differences-each-$p stats-$p themes-$p rates-$p \
	compared-$p factors-$p eigenvalues-$p distances-$p nearest-$p cluster-$p) \
	$(if $(filter yes,$(CLASSES)),$(CLASS_TABLES:%=classes.%)) \
	$(foreach v,$(AGAINSTS),$(foreach t,pair speeches sides words themes style typical,$v.$t))

# A page is its description, pipeline/pages/NAME.page, the labels of a language
# and the tables that it names, as text and as HTML.  PART in a name stands for each
# of PARTS.  Those that are to be made, DUE, are made by one run of page(1),
# but for one that make is asked for by its name.
LABELS    := pipeline/labels/$(REPORT_LANG).labels
design     = $(file <pipeline/pages/$(1).page)
by_part    = $(foreach w,$(1),$(if $(findstring -PART,$w),$(foreach p,$(PARTS),$(subst -PART,-$p,$w)),$w))
page_needs = $(foreach t,$(sort $(filter-out specificities-id.tests.tsv typical-id.tsv,$(filter %.tsv,$(1)))),$(W)/$(call kept,$t))
# What the lists are called whose words stand apart; what is compared; what is
# left of the texts; which pages set a side against another.
LISTS_APART := $(or $(subst $(empty) $(empty),$(comma) ,$(strip $(basename $(notdir $(STOPLISTS))))),none)
# (The tests alone, as AGAINST has them: keep's -a and -A, and quotes, go.)
COMPARED_BY := $(subst $(empty) -A ,$(comma) ,$(subst $(empty) -a ,$(comma) ,$(empty) $(strip $(subst ',,$(subst ",,$(COMPARE))))))
COMPARED_BY := $(or $(strip $(if $(filter $(comma),$(firstword $(COMPARED_BY))),$(wordlist 2,999,$(COMPARED_BY)),$(COMPARED_BY))),all)
# What a page says of its inputs: the beginning of their hash (tribune plan).
STAMP     := $(firstword $(file <$(W)/inputs.sum))
PART_OF    = $(strip $(ONLY) $(SELECT))
VERSUS     = $(if $(AGAINSTS),versus*.txt,none)
ONLY_OF   := $(or $(strip $(POS)),none)
# How near, how long, how often: as their programs are asked.
NEAR          := $(call last,w,$(COOCCURRENTS),5)
SEGMENT_SIZE  := $(call last,n,$(CLASSES_OPTIONS),40)
SEGMENT_TIMES := $(call last,m,$(SEGMENTS),2)
values     = $(call quoted,TITLE STAMP COUNT POS ONLY_OF PARTS REPORT_LANG THEME_LABELS PERIOD LISTS_APART COMPARED_BY LEAST_WORDS \
	LEAST_TIMES TREND_TIMES NEAR SEGMENT_SIZE SEGMENT_TIMES PART_OF VERSUS CLASSES SHEETS)
$(call remember,$(W)/commands/pages,$(values) $(AGAINSTS))
# (What does not add up is not reported.)
of_pages  := $(W)/commands/pages $(call sums,$(LABELS) $(THEME_LABELS))
PAGES     :=
DUE       :=

# $(call one_page,PAGE,DESCRIPTION,TABLES,PART)
define one_page
PAGES += $(1)
$(call ran,$(1).txt,page pages/$(2).page$(if $(findstring -PART,$(2)), PART=$(4)),page)
$(OUT)/$(1).txt $(OUT)/$(1).html &: $(call page_needs,$(3)) $(of_pages) $(call sums,pipeline/pages/$(2).page) $(call use,page) \
    | $(W)/balance.tsv
	$$(folder_of)
	$$(call say,$(OUT)/$(1).txt)
	$$(call $$(if $$(filter $(OUT)/$(1).txt $(OUT)/$(1).html,$$(MAKECMDGOALS)),put_pages,put_off),pipeline/pages/$(2).page$(if \
	$(findstring -PART,$(2)), PART=$(4))$(if $(filter overview,$(1)), WALK=index.html PAGES='$$(PAGES)', HOME=overview.html))
endef
put_off   = $(eval DUE += $(1))
put_pages = $(Q)page -q -d $(W) -l $(LABELS) -O $(OUT)/ $(values) $(1)
make_page = $(if $(findstring -PART,$(1)),\
	$(foreach p,$(PARTS),$(eval $(call one_page,$(subst -PART,-$p,$(1)),$(1),$(subst -PART,-$p,$(call design,$(1))),$p))),\
	$(eval $(call one_page,$(1),$(1),$(call by_part,$(call design,$(1))))))
$(foreach f,$(filter-out sheet sensitivity versus-PART $(if $(filter yes,$(CLASSES)),,classes),$(basename $(notdir \
	$(wildcard pipeline/pages/*.page)))),$(call make_page,$f))
# (the names of comparisons are parts of this page)
$(foreach v,$(AGAINSTS),$(eval $(call one_page,$v,versus-PART,$(subst versus-PART,$v,$(call \
	design,versus-PART)),$(patsubst -%,%,$(v:versus%=%)))))

.PHONY: pages
pages: $(PAGES:%=$(OUT)/%.txt) $(PAGES:%=$(OUT)/%.html)
	$(if $(DUE),$(call put_pages,$(DUE)))

# All tables that changed, or that somebody has taken away, at once.  A table has two names,
# not two copies, where the disk can (tribune plan); one that is there already is replaced in
# one step, from a folder of ours (what ln -f makes for it would stay, called anyhow, after a
# kill).  Else a copy is made beside its place.
LOST := $(filter-out $(wildcard $(OUT)/*.tsv),$(TABLES:%=$(OUT)/%.tsv))
STAGE := $(OUT)/.tables.part
to_publish = $(sort $(filter %.tsv,$?) $(LOST:$(OUT)/%=$(W)/%))
linked     = if [ "$$old" ]; then mkdir $(STAGE) && ln "$$@" $(STAGE) && mv -f $(STAGE)/* $(OUT); else ln "$$@" $(OUT); fi
copied     = for t; do { cp $$t $(OUT)/.table.part && mv $(OUT)/.table.part $(OUT)/$${t\#\#*/}; } 2>/dev/null || { rm -f $(OUT)/.table.part; \
	. pipeline/messages.sh; tell '%s: cannot be written' $(OUT)/$${t\#\#*/}; exit 3; }; done
unstaged   = { [ ! -d $(STAGE) ] || rm -rf $(STAGE); }
$(W)/published: $(TABLES:%=$(W)/%.tsv) $(if $(LOST),.FORCE)
	$(if $(wildcard $(OUT)/.),,@$(call folders,$(OUT)))
	$(Q)$(unstaged) && old= && set -- && for t in $(to_publish); do [ $$t -ef $(OUT)/$${t##*/} ] || { set -- "$$@" $$t; \
	[ ! -e $(OUT)/$${t##*/} ] || old=yes; }; done; \
	{ [ $$# -eq 0 ] || { $(linked); } 2>/dev/null || { $(unstaged) && $(copied); }; } && $(unstaged) && : > $@
.FORCE: ;
$(TABLES:%=$(OUT)/%.tsv): $(W)/published ;

# one sheet a speech; a sheet whose bytes stay the same is not written again
$(call ran,sheets,sheets pages/sheet.page,sheets)
$(OUT)/sheets/index.tsv: $(call page_needs,$(call design,sheet)) $(of_pages) $(call sums,pipeline/pages/sheet.page) \
    $(call use,sheets) | $(W)/balance.tsv
	$(folder_of)
	$(call say,$@)
	$(Q)sheets --output=$@ -q -d $(W) -l $(LABELS) -O $(@D) pipeline/pages/sheet.page $(values) HOME=../overview.html

# one picture to show
$(call ran,themes.svg,page -f svg pages/overview.page,page)
$(OUT)/themes.svg: $(call page_needs,$(call by_part,$(call design,overview))) $(of_pages) \
    $(call sums,pipeline/pages/overview.page) $(call use,page) | $(W)/balance.tsv
	$(folder_of)
	$(call say,$@)
	$(Q)page --output=$@ -q -f svg -d $(W) -l $(LABELS) pipeline/pages/overview.page $(values)

# all of it as one page to walk in, with its text
WALK := $(wildcard pipeline/explore/* pipeline/why/*)
walk = explore -c $(COUNTED) explore/explore.page
walk_words = $(file <pipeline/explore/explore.page)
walk_needs = $(filter-out $(if $(filter yes,$(CLASSES)),,classes.% stems.tsv),$(call \
	by_part,$(filter-out versus-PART.%,$(walk_words))) $(foreach v,$(AGAINSTS),$(subst \
	versus-PART,$v,$(filter versus-PART.%,$(walk_words)))))
# the comparisons, - for the one without a name
walk_sides = $(patsubst versus-%,%,$(patsubst versus,-,$(AGAINSTS)))
$(call ran,index.html,$(walk),explore)
$(OUT)/index.html: $(call page_needs,$(walk_needs)) $(CORPUS) \
    $(of_pages) $(call sums,$(WALK)) $(W)/commands/index.html $(call use,explore) | $(W)/balance.tsv
	$(folder_of)
	$(call say,$@)
	$(Q)explore --output=$@ -q -c $(COUNTED) -d $(W) -l $(LABELS) pipeline/explore/explore.page $(values) \
	SIDES='$(walk_sides)' -- $(CORPUS)

# all tables in one workbook; one that was made before and is not wanted goes
BOOK      := $(OUT)/tables.xlsx
BOOK_RAN  := $(W)/commands/tables.xlsx
ifeq ($(strip $(WORKBOOK)),yes)
$(call ran,tables.xlsx,workbook $(TABLES:%=%.tsv),workbook)
$(BOOK): $(TABLES:%=$(W)/%.tsv) $(call use,workbook) $(BOOK_RAN) | $(W)/balance.tsv
	$(folder_of)
	$(call say,$@)
	$(Q)workbook --output=$@ $(TABLES:%=$(W)/%.tsv)
endif

# what every figure came from
OPTIONS := READ NO_WORDS SELECT ONLY COMPARE TOKENISE STEM LEMMATISE COUNT POS PARTS PERIOD \
	AGAINST $(patsubst versus-%,AGAINST_%,$(filter versus-%,$(AGAINSTS))) PIVOTS COOCCURRENTS \
	SEGMENTS CLASSES CLASSES_OPTIONS REPORT_LANG TITLE LEAST_WORDS LEAST_TIMES TREND_TIMES SEED SHEETS WORKBOOK
$(call remember,$(W)/ran.list,$(RAN))
$(call remember,$(W)/programs.list,$(sort $(PROGRAMS)))
$(call remember,$(W)/options,$(call quoted,$(OPTIONS)))
$(call remember,$(W)/readers,$(READERS))
$(OUT)/PROVENANCE.tsv: $(W)/inputs.tsv $(W)/ran.list $(W)/programs.list $(W)/options $(W)/readers \
    $(addprefix $(W)/commands/,$(RAN)) pipeline/provenance.sh $(BIN)
	$(folder_of)
	$(call say,$@)
	$(Q)$(call quoted,W STUDY TRIBUNE_LIBEXEC THEMES OPTIONS $(OPTIONS)) exec sh pipeline/provenance.sh $@

# What an earlier run made and the study has no more: parts, classes, sheets.
# (A file of somebody else whose name has a blank is two words here: neither
# may be taken for a name of ours, nor for one elsewhere.)
STALE := $(filter $(OUT)/%.txt $(OUT)/%.html $(OUT)/%.tsv $(W)/%, \
	$(filter-out $(PAGES:%=$(OUT)/%.txt) $(PAGES:%=$(OUT)/%.html) $(TABLES:%=$(OUT)/%.tsv), \
	$(wildcard $(addprefix $(OUT)/,words-*.tsv specificities-*.t?? specificities-*.html differences-*.tsv stats-*.tsv \
	themes-*.tsv rates-*.tsv factors-*.tsv eigenvalues-*.tsv distances-*.tsv \
	nearest-*.tsv cluster-*.tsv compared-*.tsv typical-*.tsv map-*.txt map-*.html classes.t?? classes.html classes.*.tsv stems.tsv \
	versus.txt versus.html versus.*.tsv versus-*.txt versus-*.html versus-*.tsv))) \
	$(filter-out $(addprefix $(W)/,$(foreach t,$(RAN),$(call kept,$t)) inputs.tsv selection.tsv choices.tsv sensitivity.tsv \
	sensitivity-kinds.tsv sensitivity-choices.tsv),\
	$(wildcard $(W)/*.tsv $(W)/*.tsv.zst $(W)/compared.vrt.zst $(W)/classes.*)))
STALE += $(foreach f,$(filter-out $(RAN),$(patsubst %.zst,%,$(notdir $(STALE)))),$(W)/commands/$f $(W)/files/$f)
STALE += $(filter-out $(if $(word $(MANY),$(SHARDS)),$(RAN:%=$(W)/counts/%)),$(wildcard $(W)/counts/*)) \
	$(wildcard $(W)/counts/*/*.tsv$(if $(ZST),,.zst))
STALE += $(if $(filter yes,$(WORKBOOK)),,$(if $(wildcard $(BOOK_RAN)),$(BOOK) $(BOOK_RAN)))
NO_SHEETS = find $(OUT)/sheets -maxdepth 1 -type f \( -name '*.txt' -o -name '*.html' -o \
	-name index.tsv \) -delete && { rmdir $(OUT)/sheets 2> /dev/null || :; }

reports: all pages $(OUT)/themes.svg $(OUT)/index.html $(W)/published \
    $(OUT)/PROVENANCE.tsv $(if $(filter yes,$(SHEETS)),$(OUT)/sheets/index.tsv) \
    $(if $(filter yes,$(WORKBOOK)),$(BOOK))
	@$(if $(strip $(STALE)),rm -rf $(STALE))
	@$(if $(filter yes,$(SHEETS)),,$(if $(wildcard $(OUT)/sheets),$(NO_SHEETS)))
	@$(if $(MADE_CHOICES),$(OLD_CHOICES) >/dev/null)
	@$(info $(if $(TRIBUNE_MESSAGES),$(call told,Open %s in a browser$(comma) or read %s.,$(OUT)/index.html,$(OUT)/overview.txt),Open \
	$(OUT)/index.html in a browser$(comma) or read $(OUT)/overview.txt.)):

# How many files are to be made: asked for where somebody looks.
TODO := $(filter-out 0,$(if $(strip $(V)$(COUNTING))$(if $(TRIBUNE_TERMINAL)$(MAKE_TERMERR),,x),,$(shell [ ! -t $(or $(TRIBUNE_TERMINAL),2) ] || \
	MAKEFLAGS='$(subst ','\'',n -- $(MAKEOVERRIDES))' $(MAKE) COUNTING=yes $(MAKECMDGOALS) 2>/dev/null | grep -c '^  ')))

.PHONY: reports .FORCE
