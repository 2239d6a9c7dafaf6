# Build, test, install.  The analyses themselves are in pipeline/*.mk.
MAKEFLAGS += --no-builtin-rules
.DELETE_ON_ERROR:
.SUFFIXES:
export LC_ALL := C
# What one make tells another, or counts, is never the environment's; nor are bash's options.
$(foreach v,LOCKED CHOOSING COUNTING DONE TODO DUE,$(if $(findstring environment,$(origin $v)),$(eval override undefine $v)))
unexport SHELLOPTS BASHOPTS
B      ?= build
# Where the programs are.  An installed tribune gives it (reports.sh), and none is built.
TRIBUNE_LIBEXEC ?= $(B)/bin
include pipeline/names.mk

PREFIX ?= /usr/local
CFLAGS ?= -O3 -g
VERSION = $(shell sed -n 's/.*TRIBUNE_VERSION "\(.*\)".*/\1/p' stages/lib/base/opt.h)
export B
export PATH := $(abspath $(TRIBUNE_LIBEXEC)):$(PATH)

# make V=1 shows the commands, else a line a file tells what is done; of a study,
# on a terminal, with what remains.
Q   := $(if $(V),,@)
say = $(if $(V),,$(info $(empty)  $(if $(TODO),$(eval DONE += x)$(words $(DONE))/$(TODO)  )$(1)))
# The folder of a target: no process where it is there.
folders   = mkdir -p $(1) 2>/dev/null || { . pipeline/messages.sh; tell '%s: cannot be written' '$(firstword $(1))'; exit 3; }
folder_of = $(if $(wildcard $(@D)/.),,@$(call folders,$(@D)))

ifneq ($(BUILDS),)
include pipeline/build.mk
else
BIN := $(wildcard $(TRIBUNE_LIBEXEC)/*)
endif

all: $(BIN) $(IMAGES)
	@:

# Those left out of check-san are about make, pages and other programs' files, or run none
# of ours (fuzz, letters): nothing that a sanitizer could see in them is not in the others.
LONG      := $(addprefix tests/,reports.t stages.t faults.t)
TESTS     := $(LONG) $(filter-out $(LONG),$(wildcard tests/*.t))
TESTS_SAN := $(filter-out $(addprefix tests/,$(addsuffix .t,hacking messages shells walls refused \
	examples fuzz labels language letters lemma-gold office pages readers reports stem-gold syllables-espeak)),$(TESTS))
STUDIES   := $(addprefix tests/studies/,shards.t changes.t why.t)
STUDIES   += $(filter-out $(STUDIES),$(wildcard tests/studies/*.t))

test: all $(UNITS) $(B)/fail.so
	prove -j2 $(TESTS)

# What makes whole studies, and what it installs.
test-studies: all
	prove -j2 $(STUDIES)

# Every program with each call refused that the system may refuse, and a study: an hour.
faults: all $(B)/fail.so
	$(Q)$(MAKE) -s BINS=shared SHARED=yes all
	sh tests/faults/campaign.sh

# A real Slurm on this machine, which is installed if need be.
test-cluster: all
	prove -v -e sh tests/cluster.sh

# The page of the sample in a real browser, which is installed if need be.
test-page: all
	prove -v -e sh tests/page.sh

# The Debian package, made and tried.
test-deb: all
	prove -v -e sh tests/deb.sh

# SAN_BASE=COMMIT: what changed since that commit.
check-san: $(if $(SAN_BASE),all $(UNITS))
	$(Q)sh tests/san.sh '$(SAN_BASE)' '$(BIN:$(B)/bin/%=%)' '$(UNITS:$(B)/tests/%=%)' \
	$(TESTS_SAN)

# make lint LINT=clang-tidy: this one; LINT=-gcc: not that one; LINT_BASE=main:
# only files that differ from main.
lint:
	LINT_BASE='$(LINT_BASE)' sh tests/lint.sh $(LINT)

# What cases give anew, to be read in git diff: make golden CASE=tests/count/ngrams/empty
golden: all
	sh tests/regen.sh $(CASE)

# Each program (or P=themes) fed for T seconds with what libFuzzer makes of the
# tests' inputs: tests/fuzz/README.md.
fuzz:
	sh tests/fuzz/fuzz.sh '$(or $(T),60)' $(P)

# The lines of stages/ that the tests reach: tests/coverage/README.md.
coverage:
	sh tests/coverage/coverage.sh $(TEST)

bench: all
	sh bench/run.sh

# The front program into bin/, the others into libexec/tribune/.
install: all
	sh pipeline/install.sh install '$(B)' $(call q,$(DESTDIR)$(PREFIX))

uninstall:
	sh pipeline/install.sh uninstall '$(B)' $(call q,$(DESTDIR)$(PREFIX))

# All pages as HTML, build/doc/index.html.
doc:
	sh pipeline/doc.sh build/doc

# A Debian package, build/tribune_VERSION_ARCH.deb; a tar file of what is committed.
deb:
	sh pipeline/deb.sh build/deb

dist:
	git archive --prefix=tribune-$(VERSION)/ HEAD | gzip -9n >build/tribune-$(VERSION).tar.gz

clean:
	rm -rf build

define HELP
make                  build the programs, in $(B)/bin
make reports          the reports of the bundled sample; STUDY=folder: of the texts
                      there (tribune new FOLDER writes its study.mk; study.5)
make sensitivity      which of its statements other choices would keep (study.5)
make check            what is wrong with the texts of a study; STUDY=folder
make -jN ...          on N cores;  V=1 shows the commands
make test             the tests; test-studies: those that make whole studies;
                      check-san: under sanitizers; lint; bench
make faults           each call refused that the system may refuse (tests/README.md)
make test-page        the page for a browser, in one;  test-cluster: on a real Slurm;
                      test-deb: the Debian package
make golden CASE=...  what cases give anew
make fuzz T=60        odd inputs for each program, so many seconds (P=themes: for one);
                      coverage: lines that the tests reach
make install          into PREFIX=$(PREFIX); uninstall; clean
make doc              the pages as HTML, build/doc/index.html
make deb              a Debian package;  dist: what is committed as .tar.gz
endef
help:
	@$(info $(HELP)):

include pipeline/study.mk

.PHONY: all help test test-studies faults test-cluster test-page test-deb check check-san lint golden fuzz coverage bench \
	install uninstall doc deb dist clean
# What an object was made of; nothing to those that only run the programs.
ifneq ($(BUILDS),)
-include $(wildcard $(patsubst %.o,%.d,$(call objects,$(SRC))) $(UNITS:=.d))
endif
