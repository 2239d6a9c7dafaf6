#!/bin/sh
# Unit tests in C: every program of $B/tests (or those in UNITS), numbered through;
# prints TAP.
set -u
leaks=1
. tests/tap.sh

run_all() { # each program's TAP between lines that begin with \001
	for src in tests/*/*/*.c tests/*/*/*/*.c; do
		[ -f "$src" ] || continue
		name=${src#tests/}
		name=${name%.c}
		case " ${UNITS:-$name} " in *" $name "*) ;; *) continue ;; esac
		printf '\001 %s\n' "$name"
		TRIBUNE_DATA=$PWD/pipeline timeout 120 "$B/tests/$name" </dev/null 2>&1
		printf '\n\001 = %d\n' $?
	done
}

# Renumbered, with a check of each program that it ended as it should.
run_all | awk '
/^\001 = / {
	good = planned != "" && planned == seen && $3 <= 1
	printf "%sok %d - %s: ran to its end\n", good ? "" : "not ", ++n, name
	if (!good)
		printf "# exit %d, %d checks of %s\n", $3, seen, planned
	next
}
/^\001 / { name = $2; seen = 0; planned = ""; next }
/^(not )?ok/ {
	seen++
	no = /^not/ ? "not " : ""
	sub(/^(not )?ok *[0-9]*( *- *)?/, "")
	printf "%sok %d - %s: %s\n", no, ++n, name, $0
	next
}
/^1\.\.[0-9]+/ { planned = substr($1, 4); next }
$0 != "" { print ($0 ~ /^#/ ? "" : "# ") $0 }
END { print (n > 0 ? "1.." n : "1..0 # SKIP no unit tests yet") }'
