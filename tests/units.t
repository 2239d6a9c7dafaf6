#!/bin/sh
# Unit tests in C: every program of $B/tests (or those in UNITS), numbered through;
# prints TAP.
set -u
leaks=1
. tests/tap.sh

# Renumber a program's TAP and add a check that it ended as it should.
renumber() { # NAME STATUS <TAP
	awk -v n="$n" -v name="$1" -v rc="$2" '
	/^(not )?ok/ {
		seen++
		no = /^not/ ? "not " : ""
		sub(/^(not )?ok *[0-9]*( *- *)?/, "")
		printf "%sok %d - %s: %s\n", no, ++n, name, $0
		next
	}
	/^1\.\.[0-9]+/ { planned = substr($1, 4); next }
	{ print ($0 ~ /^#/ ? "" : "# ") $0 }
	END {
		good = planned != "" && planned == seen && rc <= 1
		printf "%sok %d - %s: ran to its end\n", good ? "" : "not ", ++n, name
		if (!good)
			printf "# exit %d, %d checks of %s\n", rc, seen, planned
	}'
}

for src in tests/*/*/*.c tests/*/*/*/*.c; do
	[ -f "$src" ] || continue
	name=${src#tests/}
	name=${name%.c}
	case " ${UNITS:-$name} " in *" $name "*) ;; *) continue ;; esac
	rc=0
	TRIBUNE_DATA=$PWD/pipeline timeout 120 "$B/tests/$name" </dev/null >"$T/tap" 2>&1 || rc=$?
	renumber "$name" $rc <"$T/tap" >"$T/out"
	cat "$T/out"
	n=$((n + $(grep -cE '^(not )?ok' "$T/out")))
done
[ $n -gt 0 ] || skip_all 'no unit tests yet'
plan
