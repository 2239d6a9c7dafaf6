#!/bin/sh
# The fuzz harness (tests/fuzz/README.md) as far as it needs no libFuzzer: every
# program is fed or left out for a reason, no program reaches past the harness, the
# tests' inputs get into it and back; prints TAP.
set -u
. tests/tap.sh

here=tests/fuzz
programs | sed 's,.*/,,; s,\.c$,,' | sort >"$T/programs"
cut -f 1 $here/excluded.tsv | sort >"$T/excluded"
is "$(comm -13 "$T/programs" "$T/excluded")" '' 'what is left out is a program'
is "$(awk -F '\t' 'NF != 2 || $2 == ""' $here/excluded.tsv)" '' 'and has a reason'

# What a program asks of the system, the harness answers.
excluded=" $(xargs <"$T/excluded") "
find "$B/obj" -name '*.o' | while IFS= read -r o; do
	src=${o#"$B/obj/"}
	p=${src%/*}
	case $excluded in *" ${p##*/} "*) continue ;; esac
	[ ! -f "stages/${src%.o}.c" ] || echo "$o"
done | xargs nm -u | awk 'NF == 2 { print $2 }' | sort -u >"$T/asked"
sed -n 's/^.*[ *]fuzz_\([a-z0-9_]*\)(.*/\1/p' $here/calls.h | sort >"$T/answered"
past() {
	grep -xE 'f?open(64|at|dir)?|creat|f?reopen|fdopen|tmpfile|mk[ods]*temp|mkdtemp|mkdir(at)?|rmdir|remove|(un)?link(at)?|symlink|rename(at2?)?|f?truncate|f?ch(mod|own|dir)|f?l?stat(64|at)?|access|readlink|realpath|scandir|s?brk|mmap|malloc|calloc|realloc|free|posix_memalign|aligned_alloc|strn?dup|v?as?printf|getline|v?fork|exec.*|posix_spawnp?|system|popen|pipe2?|socket|connect|pthread_create|signal|sigaction|setitimer|alarm|setrlimit|_?exit|quick_exit|atexit|p?(read|write)v?|lseek|close|dup[23]?|fcntl|fstat|isatty|getrandom|regcomp|iconv_open|newlocale' |
		comm -23 - "$T/answered"
}
is "$(past <"$T/asked")" '' 'no program calls what the harness does not answer'
is "$(printf 'freopen\nopen\nrmdir\nstrlen\n' | past | xargs)" 'freopen rmdir' \
	'such a call is seen'

# An input of a case and back: the same files, the same words.
PATH=$PATH perl $here/seed.pl make "$T/seeds" merge themes >"$T/log" 2>&1
is "$(grep -c '^\(merge\|themes\): [1-9]' "$T/log")" 2 'inputs are made of cases'
command=$(perl $here/seed.pl show "$T/seeds/themes/faults" "$T/show")
is "$command" ' <-' 'an input is shown as a command'
same_file "$T/show/-" tests/faults/tiny.tokens 'with its files'
plan
