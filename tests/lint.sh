#!/bin/sh
# lint.sh - what `make lint` runs: compilers' warnings, layout, checkers.
# A linter that is missing is left out with a message; with CI=true it fails.
# LINT_JOBS: processes at a time (2). Names of checks: only these; -NAME: not
# that one. LINT_BASE=COMMIT: only files that differ from that commit, and the
# sources that include a header that does.
set -u
export LC_ALL=C
jobs=${LINT_JOBS:-2}
only=
without=
for arg; do
	case $arg in
	-*) without="$without ${arg#-}" ;;
	*) only="$only $arg" ;;
	esac
done
failed=
t=$(mktemp -d) || exit 3
trap 'rm -rf "$t"' EXIT

# The flags that the Makefile compiles with, but for dependency files.
# shellcheck disable=SC2016 # for make
flags=$(MAKEFLAGS='' make -s --no-print-directory --eval \
	'lint-flags: ; $(info $(TRIBUNE_CFLAGS)) @:' lint-flags) || exit 3
eval "set -- $flags"
for flag; do
	shift
	case $flag in -MMD | -MP) ;; *) set -- "$@" "$flag" ;; esac
done
set -- "$@" -Itests

# Of the files of stdin those to look at.
changed() {
	if [ -z "${LINT_BASE:-}" ]; then
		cat
	else
		grep -xF -f "$t/changed"
	fi
}

if [ -n "${LINT_BASE:-}" ]; then
	{
		git diff --name-only --diff-filter=d "$LINT_BASE" --
		git ls-files -o --exclude-standard
	} >"$t/changed" || exit 3
	# what all files are looked at with
	if grep -qE '^(\.clang-|Makefile|tests/lint\.sh)' "$t/changed"; then
		LINT_BASE=
	fi
	# a header's name in quotes is enough to be too careful
	sed -n 's,.*/\([^/]*\.h\)$,/\1",p; s,.*/\([^/]*\.h\)$,"\1",p' \
		"$t/changed" >"$t/headers"
	grep -rlF -f "$t/headers" --include='*.c' stages tests >>"$t/changed"
fi

c_files() {
	find stages tests -name '*.c' | sort | changed
}

h_files() {
	find stages tests -name '*.h' | sort | changed
}

scripts() {
	{
		find pipeline tests bench -name '*.sh' -o -name '*.t'
		echo .ci/run
	} 2>/dev/null | sort | while IFS= read -r f; do
		[ ! -f "$f" ] || echo "$f"
	done | changed
}

pages() {
	find stages pipeline -name '*.[157]' | sort | changed
}

# Run TOOL's check on the files of stdin, N at a time; keep the verdict.
check() { # NAME TOOL N COMMAND ...; files on stdin
	name=$1
	tool=$2
	many=$3
	shift 3
	case " ${only:-$name} " in *" $name "*) ;; *) return ;; esac
	case " $without " in *" $name "*) return ;; esac
	cat >"$t/files"
	if [ ! -s "$t/files" ]; then
		return
	elif ! command -v "$tool" >/dev/null; then
		echo "lint: $name: no $tool here (sh pipeline/deps.sh -l)" >&2
		[ "${CI:-}" != true ] || failed="$failed $name"
	elif xargs -P "$jobs" -n "$many" "$@" <"$t/files" >"$t/out" 2>&1; then
		echo "lint: $name: ok ($(wc -l <"$t/files") files)"
	else
		awk '/note: \+[0-9]/ { skip = 3 } skip-- <= 0' "$t/out" |
			grep -v 'warnings\{0,1\} generated'
		echo "lint: $name: FAILED" >&2
		failed="$failed $name"
	fi
}

{ c_files; h_files; } >"$t/c"
# One process lays out many files; of its words the name of the file is enough.
# shellcheck disable=SC2016
check clang-format clang-format 100 sh -c '
	clang-format --dry-run -Werror "$@" 2>&1 |
		sed -n "s/^\([^ :]*\):[0-9].*/\1: not laid out: clang-format -i \1/p" |
		uniq | { ! grep . ; }' format <"$t/c"
c_files >"$t/c"
check gcc gcc 1 gcc "$@" -O2 -Werror -c -o /dev/null <"$t/c"
scripts >"$t/sh"
check shellcheck shellcheck 4 shellcheck -x <"$t/sh"
pages >"$t/pages"
check mandoc mandoc 50 mandoc -Tlint -W warning <"$t/pages"
check cppcheck cppcheck 1000 cppcheck -j "$jobs" -q --std=c11 \
	--enable=warning,performance,portability --inline-suppr \
	--error-exitcode=1 -Istages -Itests <"$t/c"
# clang's own warnings are among clang-tidy's (.clang-tidy). xargs puts the files
# last, clang-tidy wants them before the flags.
# shellcheck disable=SC2016
check clang-tidy clang-tidy 3 sh -c '
	flags=
	while [ "$1" != -- ]; do
		flags="$flags $1"
		shift
	done
	shift
	exec clang-tidy --quiet "$@" -- $flags' tidy "$@" \
	-Wno-unknown-warning-option -- <"$t/c"

while IFS= read -r f; do
	lines=$(wc -l <"$f")
	[ "$lines" -le 400 ] || echo "lint: $f: $lines lines: look hard past 400"
done <"$t/c"
if [ -n "$failed" ]; then
	echo "lint: failed:$failed" >&2
	exit 1
fi
