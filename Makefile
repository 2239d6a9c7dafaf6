# Build, test, install.  The analyses themselves are in pipeline/*.mk.
MAKEFLAGS += --no-builtin-rules
.DELETE_ON_ERROR:
.SUFFIXES:
export LC_ALL := C
B      ?= build
include pipeline/names.mk

PREFIX ?= /usr/local
CFLAGS ?= -O2 -g
export B
export PATH := $(abspath $(B))/bin:$(PATH)

# make V=1 shows the commands, else a line a file tells what is done.
Q   := $(if $(V),,@)
say = $(if $(V),,$(info $(empty)  $(1)))
# The folder of a target: no process where it is there.
folder_of = $(if $(wildcard $(@D)/.),,@mkdir -p $(@D))

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
BIN    := $(patsubst %.c,$(B)/bin/%,$(notdir $(MAINS)))
UNITSRC := $(wildcard $(addsuffix *.c,tests/*/*/ tests/*/*/*/))
UNITS  := $(UNITSRC:tests/%.c=$(B)/tests/%)
# Asked for once, and only where something is linked.
HUNSPELL = $(eval HUNSPELL := $(shell pkg-config --libs hunspell 2>/dev/null || \
	echo -lhunspell))$(HUNSPELL)
LIBS    = -lstemmer -lutf8proc -lgsl -lgslcblas -lexpat -lcsv -ljansson \
	$(HUNSPELL) -lm -pthread
objects = $(patsubst stages/%.c,$(B)/obj/%.o,$(1))

# Two makes may build at once: each writes under a name of its own.
aside = $@.$$$$
moved = && mv $(aside) $@

all: $(BIN)

$(B)/obj/%.o: stages/%.c | $(B)/.tools
	$(folder_of)
	$(call say,cc $<)
	$(Q)$(CC) $(TRIBUNE_CFLAGS) -MT $@ -MF $(@:.o=.d) $(CPPFLAGS) $(CFLAGS) -c \
	-o $(aside) $< $(moved)

$(B)/libtribune.a: $(call objects,$(LIBSRC))
	$(Q)$(AR) -qcsD $(aside) $^ $(moved)

$(foreach f,$(MAINS),$(eval $(B)/bin/$(basename $(notdir $f)): \
	$(call objects,$(filter $(dir $f)%,$(OWN)))))
$(BIN): $(B)/libtribune.a
	$(folder_of)
	$(call say,link $(@F))
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) -Wl,--as-needed -o $(aside) \
	$(filter %.o,$^) $(filter %.a,$^) $(LIBS) $(LDLIBS) $(moved)

# A unit test of a program's part is linked with all of its parts but main.
$(foreach f,$(MAINS),$(eval $(filter $(f:stages/%/$(notdir $f)=$(B)/tests/%)/%,$(UNITS)): \
	$(call objects,$(filter-out $f,$(filter $(dir $f)%,$(OWN))))))
$(UNITS): $(B)/tests/%: tests/%.c $(B)/libtribune.a
	$(folder_of)
	$(call say,cc $<)
	$(Q)$(CC) $(TRIBUNE_CFLAGS) -Itests $(CPPFLAGS) $(CFLAGS) $(LDFLAGS) \
	-o $@ $< $(filter %.o,$^) $(B)/libtribune.a $(LIBS) $(LDLIBS)

# One clear line instead of a compiler's error where something is missing.
$(B)/.tools: pipeline/need.sh
	$(folder_of)
	@CC='$(CC)' sh pipeline/need.sh
	@touch $@

# Those left out of check-san are about make, pages and other programs' files: nothing that
# a sanitizer could see in them is not in the others.
LONG      := $(addprefix tests/,reports.t stages.t faults.t)
TESTS     := $(LONG) $(filter-out $(LONG),$(wildcard tests/*.t))
TESTS_SAN := $(filter-out $(addprefix tests/,$(addsuffix .t,check-study conserve \
	graph hacking shells walls \
	examples guards install labels language lemma-gold lemma-study names-study office \
	pages report-names reports stem-gold syllables-espeak)),$(TESTS))

test: all $(UNITS)
	prove -j2 $(TESTS)

check-san:
	$(MAKE) B=build/san CFLAGS="-O1 -g -fsanitize=address,undefined \
	-fno-sanitize-recover=all -fno-omit-frame-pointer" \
	LDFLAGS='-static-libasan -static-libubsan' TESTS='$(TESTS_SAN)' test

# make lint LINT=clang-tidy: this one; LINT=-gcc: not that one; LINT_BASE=main:
# only files that differ from main.
lint:
	LINT_BASE='$(LINT_BASE)' sh tests/lint.sh $(LINT)

# What cases give anew, to be read in git diff: make golden CASE=tests/count/ngrams/empty
golden: all
	sh tests/regen.sh $(CASE)

bench: all
	sh bench/run.sh

# The front program into bin/, the others into libexec/tribune/.
install: all
	sh pipeline/install.sh install '$(B)' '$(DESTDIR)$(PREFIX)'

uninstall:
	sh pipeline/install.sh uninstall '$(B)' '$(DESTDIR)$(PREFIX)'

clean:
	rm -rf build

include pipeline/study.mk

.PHONY: all test check check-san lint golden bench install uninstall clean
-include $(wildcard $(patsubst %.o,%.d,$(call objects,$(SRC))) $(UNITS:=.d))
