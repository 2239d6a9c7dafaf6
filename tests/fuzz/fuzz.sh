#!/bin/sh
# fuzz.sh SECONDS [PROGRAM ...] - feeds each program that many seconds with inputs
# that libFuzzer makes of those of the tests; without names: all.  What it finds is
# in build/fuzz/found/PROGRAM/; README.md beside tells the rest.
set -u
export LC_ALL=C
top=$PWD
here=tests/fuzz
F=${FUZZ:-build/fuzz}
case $F in /*) ;; *) F=$top/$F ;; esac
CC=${FUZZ_CC:-clang}
san=address,undefined
cflags="-O1 -g1 -fno-omit-frame-pointer -fsanitize=fuzzer-no-link,$san -fno-sanitize-recover=all"

die() { # STATUS WHAT
	echo "fuzz.sh: $2" >&2
	exit "$1"
}

# Sources of the programs, one a line; but for those of excluded.tsv.
programs() {
	for src in stages/*/*/*.c; do
		p=${src%/*}
		p=${p##*/}
		case $src in
		stages/lib/*) ;;
		*/"$p.c") cut -f 1 "$here/excluded.tsv" | grep -qx -- "$p" || echo "$src" ;;
		esac
	done
}

folder_of() { # PROGRAM
	for src in stages/*/"$1"/"$1".c; do
		[ -f "$src" ] && echo "${src%/*}"
	done
}

# Is libFuzzer there?
has_runtime() {
	echo 'int LLVMFuzzerTestOneInput(const unsigned char *d, unsigned long n)
		{ (void)d; (void)n; return 0; }' >"$F/try.c" &&
		"$CC" -fsanitize="fuzzer,$san" -o "$F/try" "$F/try.c" 2>/dev/null
}

# The objects of what a program is made of: lib, its room's common, its own; all
# of one make.
build_objects() { # PROGRAM ...
	for p; do
		own=$(folder_of "$p")
		ls stages/lib/*/*.c stages/lib/*/*/*.c "${own%/*}"/common/*.c "$own"/*.c
	done | sort -u | sed "s,^stages/\(.*\)\.c\$,$F/obj/\1.o," >"$F/objects"
	xargs make -s -j"${FUZZ_JOBS:-1}" B="$F" CC="$CC" CFLAGS="$cflags" \
		<"$F/objects" >"$F/make.log" 2>&1 || {
		cat "$F/make.log" >&2
		return 1
	}
}

build_harness() {
	for c in "$here"/*.c; do
		o=$F/harness/${c##*/}
		o=${o%.c}.o
		[ -f "$o" ] && [ -z "$(find "$c" "$here"/*.h -newer "$o")" ] && continue
		"$CC" -std=c11 -D_GNU_SOURCE -Wall -Wextra -O2 -g1 -c -o "$o" "$c" || return
	done
	{
		echo main program_main
		sed -n 's/^.*[ *]fuzz_\([a-z0-9_]*\)(.*/\1 fuzz_\1/p' "$here/calls.h"
	} >"$F/harness/symbols.new"
	cmp -s "$F/harness/symbols.new" "$F/harness/symbols" ||
		cp "$F/harness/symbols.new" "$F/harness/symbols"
	rm "$F/harness/symbols.new"
}

# The program with its libraries in one object, in which the system's calls have
# other names; and what runs it.
link_program() { # PROGRAM
	own=$F/obj/$(folder_of "$1" | sed 's,^stages/,,')
	common=${own%/*}/common
	[ -f "$F/bin/$1" ] && [ -z "$(find "$own" "$common" "$F/obj/lib" "$F/harness" \
		\( -name '*.o' -o -name symbols \) -newer "$F/bin/$1")" ] && return
	room=${own%/*}
	room=$F/link/${room##*/}.a
	if [ ! -f "$room" ] || [ -n "$(find "$common" "$F/obj/lib" -name '*.o' -newer "$room")" ]; then
		rm -f "$room"
		find "$common" "$F/obj/lib" -name '*.o' | sort | xargs ar qcs "$room"
	fi
	libs=
	for l in stemmer utf8proc gsl gslcblas expat csv jansson zstd z nettle; do
		libs="$libs -l:lib$l.a"
	done
	# shellcheck disable=SC2086 # words
	"$CC" -r -nostdlib -o "$F/link/$1.program.o" "$own"/*.o "$room" $libs &&
		objcopy --redefine-syms="$F/harness/symbols" "$F/link/$1.program.o" &&
		"$CC" -fsanitize="fuzzer,$san" -o "$F/bin/$1" "$F"/harness/*.o \
			"$F/link/$1.program.o" -Wl,-T,"$here/fuzz.ld" -lhunspell -lm -pthread
}

# What the tests give to the programs; to make it anew remove build/fuzz/seeds.
make_seeds() { # PROGRAM ...
	for p; do
		shift
		[ -d "$F/seeds/$p" ] || set -- "$@" "$p"
	done
	[ $# -gt 0 ] || return 0
	[ -n "${FUZZ_BIN:-}" ] || make -s all || return
	T=$(mktemp -d) || return
	export T
	PATH=${FUZZ_BIN:-$top/build/bin}:$PATH perl "$here/seed.pl" make "$F/seeds" "$@" >&2
	rc=$?
	rm -rf "$T"
	return $rc
}

# Weights of a few sentences: those of the project take a tenth of a second a run.
small_weights() {
	rm -rf "$F/small" && mkdir -p "$F/small/weights/fr" && cp -R pipeline/rules "$F/small" &&
		"${FUZZ_BIN:-$top/build/bin}/tag" -q -X -T tests/segment/tag/tiny.conllu \
			>"$F/small/weights/fr/tags.weights"
}

# One program: libFuzzer until it finds something, then again for what is left of
# the time.
fuzz() { # PROGRAM SECONDS
	p=$1
	end=$(($(date +%s) + $2))
	mkdir -p "$F/corpus/$p" "$F/found/$p" "$F/seeds/$p"
	export FUZZ_PROGRAM="$p" FUZZ_DATA="$top/pipeline" FUZZ_FINDINGS="$F/found/$p"
	unset FUZZ_BYTES
	case $p in
	workbook) export FUZZ_BYTES=1 ;;
	tag) small_weights && FUZZ_DATA=$F/small ;;
	esac
	export ASAN_OPTIONS=detect_leaks=0:malloc_context_size=0:quarantine_size_mb=4
	log=$F/log/$p
	: >"$log.now"
	tries=0
	while [ $tries -lt 20 ] && left=$((end - $(date +%s))) && [ "$left" -gt 0 ]; do
		"$F/bin/$p" -max_total_time="$left" -max_len=12288 -len_control=0 -timeout=60 \
			-rss_limit_mb=3000 -print_final_stats=1 -reload=0 -entropic=0 \
			-artifact_prefix="$F/found/$p/" ${FUZZ_RUNS:+-runs="$FUZZ_RUNS"} \
			"$F/corpus/$p" "$F/seeds/$p" >>"$log.now" 2>&1 && break
		tries=$((tries + 1))
	done
	cat "$log.now" >>"$log"
	awk -v p="$p" '
	/^stat::number_of_executed_units:/ { runs += $2 }
	{ for (i = 1; i < NF; i++) {
		if ($i == "cov:" && $(i + 1) > cov) cov = $(i + 1)
		if ($i == "ft:" && $(i + 1) > ft) ft = $(i + 1) } }
	/^SUMMARY:|^fuzz: .*: .*: |^fuzz: (slow|flood|memory): / { found++ }
	END {
		printf "%s\t%d\t%d\t%d\t%d\n", p, runs, cov, ft, found
		exit runs == 0 || found > 0
	}' "$log.now" >"$F/run" || bad=1
	tee -a "$F/runs.tsv" <"$F/run"
}

[ $# -ge 1 ] || die 2 'usage: sh tests/fuzz/fuzz.sh SECONDS [PROGRAM ...]'
[ -f tests/tap.sh ] || die 2 'run it from the top folder'
seconds=$1
bad=0
shift
mkdir -p "$F/harness" "$F/link" "$F/bin" "$F/log" "$F/corpus" "$F/found" || exit 3
has_runtime || die 3 "$CC has no libFuzzer (Debian: clang and libclang-rt-14-dev)"
# shellcheck disable=SC2046 # words
[ $# -gt 0 ] || set -- $(programs | sed 's,.*/,,; s,\.c$,,')
build_objects "$@" && build_harness && make_seeds "$@" || exit
for p; do
	[ -n "$(folder_of "$p")" ] || die 2 "there is no program $p"
	link_program "$p" || exit
	fuzz "$p" "$seconds"
done
exit "$bad"
