#!/bin/sh
# study.sh - a small study made while it is killed, and while the calls of one of the
# programs that make it are refused (fail.c); called by campaign.sh, which sets the
# environment.  What is there is as without a fault, or not there; the run ends with
# an error and a message; the next run makes all of it.  Prints TAP.
set -u
. tests/tap.sh

study=$T/study
work=$T/work
out=$T/out

# make reports with variables of the environment, none that an outer make has set.
make_reports() { # VARIABLE=VALUE ...
	env -u MAKEFLAGS -u MFLAGS -u MAKELEVEL "$@" make -s -j2 B="$B" TRIBUNE_LIBEXEC="$BINS" reports \
		STUDY="$study" W="$work" OUT="$out" </dev/null >"$T/log" 2>&1
}

# Files of the reports that are not those of a whole run.
spoilt() {
	(cd "$out" 2>/dev/null && find . -type f) | while IFS= read -r f; do
		cmp -s "$out/$f" "$T/whole/$f" || echo "$f"
	done
}

rest() { find "$work" "$out" "$TMPDIR" -name '*.part*' -o -path "$TMPDIR/*"; }

# After a run with a fault, which ended with $rc.
good() { # NAME
	is "$(spoilt)" '' "$1: what is there is whole"
	is "$(rest)" '' "$1: nothing else stays"
	rc=0
	make_reports || rc=$?
	is "$rc $(diff -rq "$out" "$T/whole" 2>&1)" '0 ' "$1: the next run makes all of it"
}

mkdir "$study"
while read -r name date speaker text; do
	printf 'Titre : %s\nDate : %s\nOrateur : %s\n\n%s\n' "$name" "$date" "$speaker" "$text" >"$study/$name.txt"
done <<'END'
un 2024-01-02 Berne Nous voulons la paix et la loi. La loi protège les communes.
deux 2025-02-03 Sarran Nous votons la loi des finances. Le budget est voté.
trois 2025-03-04 Sarran La loi protège les communes, et les communes votent.
quatre 2025-04-05 Berne La santé et l’école sont un droit de tous les enfants.
END
printf 'CLASSES_OPTIONS = -N 2 -B 0\nWORKBOOK = yes\n' >"$study/study.mk"
from=$(date +%s)
make_reports || fail 'without a fault' "$(cat "$T/log")"
took=$(($(date +%s) - from))
cp -R "$out" "$T/whole"
is "$(rest)" '' 'without a fault nothing else stays'

# Killed, at moments that a generator draws.
seed=7
for signal in TERM KILL INT HUP TERM KILL; do
	rm -rf "$work" "$out"
	seed=$((seed * 69069 % 65521))
	setsid env -u MAKEFLAGS -u MFLAGS -u MAKELEVEL make -s -j2 B="$B" TRIBUNE_LIBEXEC="$BINS" reports \
		STUDY="$study" W="$work" OUT="$out" </dev/null >"$T/log" 2>&1 &
	pid=$!
	sleep $((seed % (took + 1))).$((seed % 10))
	kill -s $signal -- -$pid 2>/dev/null
	wait $pid
	sleep 1
	is "$(spoilt)" '' "killed by $signal: what is there is whole"
	[ $signal = KILL ] || is "$(rest)" '' "killed by $signal: nothing else stays"
	rc=0
	make_reports || rc=$?
	is "$rc $(diff -rq "$out" "$T/whole" 2>&1) $(rest)" '0  ' "killed by $signal: the next run makes all of it"
done

# One of the programs is refused a call; the others' are whole.
while read -r program fault; do
	rm -rf "$work" "$out"
	rc=0
	make_reports LD_PRELOAD="$FAIL" FAULT="$fault" FAULT_PROGRAM="$program" || rc=$?
	if [ $rc -ne 0 ] && [ -s "$T/log" ]; then
		pass "$program, $fault: told"
	else
		fail "$program, $fault: told" "exit $rc
$(tail -n 5 "$T/log")"
	fi
	good "$program, $fault"
done <<'END'
read-text alloc:9+
read-text read:1+
tokenise write:1+
stem alloc:40+
keep write:1+
ngrams alloc:12+
merge open:1+
specificities alloc:30+
factors name:1+
classes alloc:50+
page write:1+
sheets open:5+
explore alloc:99+
workbook write:1+
sh write:1+
END

# No file may be larger than so many blocks of 512 bytes: others' programs (zstd, awk,
# sort) write without the calls that fail.c refuses.
for blocks in 0 1 4 12; do
	rm -rf "$work" "$out"
	rc=0
	# shellcheck disable=SC3045 # what POSIX lacks, dash, bash and busybox have
	(
		ulimit -f "$blocks"
		env -u MAKEFLAGS -u MFLAGS -u MAKELEVEL make -s -j2 B="$B" TRIBUNE_LIBEXEC="$BINS" reports \
			STUDY="$study" W="$work" OUT="$out" </dev/null
		echo "status $?"
	) 2>&1 | cat >"$T/log"
	grep -q '^status 0' "$T/log" || [ "$(wc -l <"$T/log")" -lt 2 ] || rc=1
	is $rc 1 "files of $blocks blocks: told"
	good "files of $blocks blocks"
done

# Short reads and writes change nothing.  (Bash takes what one read gives it for the whole
# of a script that another names.)
rm -rf "$work" "$out"
rc=0
make_reports LD_PRELOAD="$FAIL" FAULT=short:7 FAULT_PROGRAM="!bash" || rc=$?
is "$rc $(diff -rq "$out" "$T/whole" 2>&1) $(rest)" '0  ' 'short reads and writes in all programs: the same reports'
plan
