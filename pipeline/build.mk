# build.mk - sources -> programs, in $(B)/bin, and unit tests, in $(B)/tests.
# (BINS=folder puts the programs there, from the same objects.)
BINS ?= bin
WARN := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion \
	-Wstrict-prototypes -Wmissing-prototypes -Wold-style-definition \
	-Wwrite-strings -Wcast-qual -Wpointer-arith -Wformat=2 -Wvla -Wundef \
	-Wdouble-promotion -Wimplicit-fallthrough -Wnull-dereference \
	-Wredundant-decls
TRIBUNE_CFLAGS := -std=c11 -D_GNU_SOURCE -Istages $(WARN) -fno-common \
	-ffp-contract=off -fstack-protector-strong -MMD -MP \
	-DTRIBUNE_DATADIR='"$(PREFIX)/share/tribune"'

# A program is a folder that holds FOLDER/FOLDER.c; what else is in it is linked into
# it alone.  All other sources, lib/ and the common/ of the rooms, go into the library.
SRC    := $(wildcard $(addsuffix *.c,stages/*/ stages/*/*/ stages/*/*/*/ stages/*/*/*/*/))
folder  = $(patsubst %/,%,$(dir $(1)))
MAINS  := $(foreach f,$(filter-out stages/lib/%,$(SRC)),$(if \
	$(filter $(basename $(notdir $f)),$(notdir $(call folder,$f))),$f))
OWN    := $(foreach f,$(MAINS),$(filter $(dir $f)%,$(SRC)))
LIBSRC := $(filter-out $(OWN),$(SRC))
BIN    := $(patsubst %.c,$(B)/$(BINS)/%,$(notdir $(MAINS)))
UNITSRC := $(wildcard $(addsuffix *.c,tests/*/*/ tests/*/*/*/))
UNITS  := $(UNITSRC:tests/%.c=$(B)/tests/%)
# Asked for once, and only where something is linked.
HUNSPELL = $(eval HUNSPELL := $(shell pkg-config --libs hunspell 2>/dev/null || \
	echo -lhunspell))$(HUNSPELL)
LIBS    = -lstemmer -lutf8proc -lgsl -lgslcblas -lexpat -lcsv -ljansson -lzstd -lz -lnettle
SYSLIBS = $(HUNSPELL) -lm -pthread
objects = $(patsubst stages/%.c,$(B)/obj/%.o,$(1))

# Two makes may build at once: each writes under a name of its own.
aside = $@.$$$$
moved = && mv $(aside) $@

$(B)/obj/%.o: stages/%.c | $(B)/.tools
	$(folder_of)
	$(call say,cc $<)
	$(Q)$(CC) $(TRIBUNE_CFLAGS) -MT $@ -MF $(@:.o=.d) $(CPPFLAGS) $(CFLAGS) -c \
	-o $(aside) $< $(moved)

$(B)/libtribune.a: $(call objects,$(LIBSRC))
	$(Q)$(AR) -qcsD $(aside) $^ $(moved)

$(foreach f,$(MAINS),$(eval $(B)/$(BINS)/$(basename $(notdir $f)): \
	$(call objects,$(filter $(dir $f)%,$(OWN)))))
# Linked whole a program starts in half the time, for the loader has nothing to do.  Not
# what reads other encodings (-e), for iconv loads a part of the C library for each; and
# as others do where a library is there for the loader alone, or with SHARED=yes, for a
# package whose libraries are others' to renew.
RECODE = $(addprefix read-,dump iramuteq table text vrt) import-themes
linked = $(CC) $(CFLAGS) $(LDFLAGS) $(1) -Wl,--as-needed -o $(aside) \
	$(filter %.o,$^) $(filter %.a,$^) $(2) $(LDLIBS)
whole  = $(if $(filter $(RECODE),$(@F)),$(call linked,-no-pie,$(LIBS:-l%=-l:lib%.a) \
	$(SYSLIBS)),$(call linked,-static,$(LIBS) $(HUNSPELL) \
	$(if $(filter lemmatise tag,$(@F)),-lstdc++) -lm -pthread))
$(BIN): $(B)/libtribune.a
	$(folder_of)
	$(call say,link $(@F))
	$(Q){ $(if $(filter yes,$(SHARED)),false,$(whole) 2>/dev/null) || $(call linked,,$(LIBS) $(SYSLIBS)); } $(moved)

# The bundled dictionary as themes has it when it has read it, the weights as tag has them,
# and hunspell's French dictionary; made before the programs, which use one of the same bytes
# alone.  Not where libraries and dictionaries are others' to renew.
IMAGES  := $(if $(filter yes,$(SHARED)),,$(addprefix $(B)/share/tribune/,themes.image tags.image \
	stems.image))
$(BIN): | $(IMAGES)
$(B)/image: pipeline/image.c $(call objects,$(addprefix stages/segment/tag/,model.c model_image.c \
	model_read.c near.c texts.c)) $(B)/libtribune.a
	$(call say,cc $<)
	$(Q)$(CC) $(TRIBUNE_CFLAGS) $(CPPFLAGS) $(CFLAGS) $(LDFLAGS) -o $(aside) $^ $(LIBS) $(SYSLIBS) \
	$(LDLIBS) $(moved)
$(IMAGES): $(B)/image $(wildcard pipeline/themes/fr/*.tsv pipeline/rules/fr/* pipeline/weights/fr/* \
	/usr/share/hunspell/fr.*)
	$(folder_of)
	$(Q)TRIBUNE_DATA=pipeline $< $(@F) >$(aside) $(moved)

# A unit test of a program's part is linked with all of its parts but main.
$(foreach f,$(MAINS),$(eval $(filter $(f:stages/%/$(notdir $f)=$(B)/tests/%)/%,$(UNITS)): \
	$(call objects,$(filter-out $f,$(filter $(dir $f)%,$(OWN))))))
$(UNITS): $(B)/tests/%: tests/%.c $(B)/libtribune.a
	$(folder_of)
	$(call say,cc $<)
	$(Q)$(CC) $(TRIBUNE_CFLAGS) -Itests $(CPPFLAGS) $(CFLAGS) $(LDFLAGS) \
	-o $@ $< $(filter %.o,$^) $(B)/libtribune.a $(LIBS) $(SYSLIBS) $(LDLIBS)

# Loaded before a program it refuses what the system may refuse (make faults).
$(B)/fail.so: tests/faults/fail.c | $(B)/.tools
	$(folder_of)
	$(Q)$(CC) $(filter-out -MMD -MP,$(TRIBUNE_CFLAGS)) -O2 -fPIC -shared -o $(aside) $< $(moved)

# One clear line instead of a compiler's error where something is missing.
$(B)/.tools: pipeline/need.sh
	$(folder_of)
	@CC='$(CC)' sh pipeline/need.sh
	@touch $@
