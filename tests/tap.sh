# tap.sh - what the tests share; sourced from the top folder, after set -u.
# shellcheck shell=sh
#
# Sets: top (this checkout), B (build folder), PATH, T (scratch folder, gone
# at exit), n (checks so far). A test ends with `plan`.

if [ ! -f tests/tap.sh ] || [ ! -d stages ]; then
	echo 'Bail out! run the tests from the top folder'
	exit 2
fi
top=$PWD
B=${B:-build}
case $B in /*) bin=$B/bin ;; *) bin=$top/$B/bin ;; esac
PATH=$bin:$PATH
LC_ALL=C
T=$(mktemp -d) || exit 2
trap 'rm -rf "$T"' EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM
mkdir "$T/tmp"
TMPDIR=$T/tmp
# A sanitizer's report must not look like one of the programs' own statuses. To
# look for leaks takes three times as long as all else: where leaks=1 is said.
ASAN_OPTIONS=${ASAN_OPTIONS:-exitcode=99:detect_leaks=${leaks:-0}}
UBSAN_OPTIONS=${UBSAN_OPTIONS:-exitcode=99:print_stacktrace=1}
export B PATH LC_ALL TMPDIR ASAN_OPTIONS UBSAN_OPTIONS
# A make in a test is no part of the one that runs the test.
unset LANG LANGUAGE POSIXLY_CORRECT CDPATH MAKEFLAGS MFLAGS MAKELEVEL
n=0

pass() { # NAME
	n=$((n + 1))
	echo "ok $n - $1"
}

fail() { # NAME [WHY]
	n=$((n + 1))
	echo "not ok $n - $1"
	[ $# -lt 2 ] || printf '%s\n' "$2" | sed 's/^/# /'
}

skip() { # NAME REASON
	n=$((n + 1))
	echo "ok $n - $1 # SKIP $2"
}

skip_all() { # REASON; ends the test
	echo "1..0 # SKIP $1"
	exit 0
}

is() { # GOT WANT NAME
	if [ "$1" = "$2" ]; then pass "$3"; else fail "$3" "got $1, want $2"; fi
}

same_file() { # GOT WANT NAME
	if cmp -s "$1" "$2"; then
		pass "$3"
	else
		fail "$3" "$(diff -u "$2" "$1" | head -n 40)"
	fi
}

# make of a study, with the programs that are built: it need not look at each
# source whether they are.
make_study() { # ARGUMENT ...
	make -s B="$B" TRIBUNE_LIBEXEC="$bin" "$@"
}

plan() {
	echo "1..$n"
}

# Sources of the programs, one a line: stages/ROOM/PROGRAM/PROGRAM.c, and
# stages/tribune/tribune.c.
programs() {
	for src in stages/*/*/*.c stages/*/*.c; do
		own=${src%/*}
		case $src in
		stages/lib/*) ;;
		*/"${own##*/}".c) echo "$src" ;;
		esac
	done
}

# The files of this checkout that git has or would add, as a tar on stdout.
worktree_tar() {
	if git rev-parse --is-inside-work-tree >/dev/null 2>&1; then
		git ls-files -co --exclude-standard
	else
		find . -type f ! -path './build/*' ! -path './.git/*'
	fi | while IFS= read -r f; do
		[ ! -e "$f" ] || printf '%s\n' "$f"
	done | tar -cf - -T -
}

# Copy what was built into the checkout's copy DIR, as old as it is here; the
# programs, which are large, as links: a linker writes new files.
copy_build() { # DIR
	case $B in /*) return ;; esac
	mkdir -p "$1/$B" && cp -a "$B/obj" "$B"/*.a "$1/$B/" || return
	cp -al "$B/bin" "$1/$B/" 2>/dev/null || cp -a "$B/bin" "$1/$B/" || return
	[ ! -d build/locale ] || cp -a build/locale "$1/build/" # make_locales()
}

# Make the UTF-8 locales NAME... in $T/locale; 1 if the machine cannot.  To make one
# takes two seconds: they are kept in build/locale.
make_locales() {
	command -v localedef >/dev/null && [ -d /usr/share/i18n/locales ] || return 1
	mkdir -p "$T/locale" build/locale
	for locale; do
		[ -d "build/locale/$locale.UTF-8" ] || {
			localedef -i "$locale" -f UTF-8 "build/locale/$locale.$$" >/dev/null 2>&1 || return 1
			mv -T "build/locale/$locale.$$" "build/locale/$locale.UTF-8" 2>/dev/null
		}
		ln -s "$top/build/locale/$locale.UTF-8" "$T/locale/"
	done
}
