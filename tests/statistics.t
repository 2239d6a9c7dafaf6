#!/bin/sh
# Tables of figures against expected ones from elsewhere, mostly R; prints TAP.
# tests/statistics/CASE.cmd is run in that folder; its output has the header
# and the cells of CASE.want, the numbers within the tolerance of the .cmd's
# first line: `# tolerance 1e-9` of the value, or `# tolerance 1e-4 absolute`.
# CASE.R, where there is one, wrote CASE.want (tests/statistics/regen.sh).
# Given names, only these cases: sh tests/statistics.t distance
set -u
. tests/tap.sh

compare() { # WANT GOT TOLERANCE WAY
	awk -F '\t' -v tol="$3" -v way="$4" '
	function is_number(s) {
		return s ~ /^[-+]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][-+]?[0-9]+)?$/
	}
	function far(got, want, d, m) {
		if (got == want)
			return 0
		if (!is_number(got) || !is_number(want))
			return 1
		d = got - want
		m = want < 0 ? -want : want
		return (d < 0 ? -d : d) > (way == "absolute" ? tol : tol * m)
	}
	FILENAME == ARGV[1] { want[FNR] = $0; n = FNR; next }
	{
		m = FNR
		k = split(want[FNR], cell, FS)
		if (k != NF || FNR > n) {
			print "line " FNR ": " $0 " instead of " want[FNR]
			bad++
			next
		}
		for (i = 1; i <= NF; i++)
			if (far($i, cell[i])) {
				print "line " FNR ", column " i ": " $i \
				    " instead of " cell[i]
				bad++
			}
	}
	END {
		if (n != m || n < 2) {
			print m + 0 " lines instead of " n + 0
			bad++
		}
		exit bad > 0
	}' "$1" "$2"
}

[ $# -gt 0 ] || set -- tests/statistics/*.cmd
for name; do
	name=${name##*/}
	name=${name%.cmd}
	f=tests/statistics/$name
	[ -f "$f.cmd" ] || continue
	read -r _ _ tolerance way <"$f.cmd"
	rc=0
	(cd tests/statistics && sh "$name.cmd") >"$T/out" 2>"$T/err" </dev/null ||
		rc=$?
	if [ "$rc" -ne 0 ]; then
		fail "$f" "exit $rc: $(cat "$T/err")"
	elif compare "$f.want" "$T/out" "$tolerance" "$way" >"$T/diff"; then
		pass "$f"
	else
		fail "$f" "$(head -n 20 "$T/diff")"
	fi
done
[ $n -gt 0 ] || skip_all 'no cases yet'
plan
