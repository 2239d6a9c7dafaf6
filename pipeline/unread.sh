#!/bin/sh
# unread.sh NAME ... -- KNOWN ... - variables that nothing reads: exit 1 if one
# is nearly a known one, so that another result was meant; else a note (none
# for names in lower case, which are a study's own).
set -u
export LC_ALL=C
for name; do printf '%s\n' "$name"; done | awk '
function distance(a, b, i, j, d, best) { # Levenshtein
	for (j = 0; j <= length(b); j++)
		d[0, j] = j
	for (i = 1; i <= length(a); i++) {
		d[i, 0] = i
		for (j = 1; j <= length(b); j++) {
			best = d[i - 1, j - 1] + (substr(a, i, 1) != substr(b, j, 1))
			if (d[i - 1, j] + 1 < best)
				best = d[i - 1, j] + 1
			if (d[i, j - 1] + 1 < best)
				best = d[i, j - 1] + 1
			d[i, j] = best
		}
	}
	return d[length(a), length(b)]
}
function distance_of(a, b, d) { # one that holds the other is near, too
	d = distance(a, b)
	if (d > 2 && length(a) > 3 && length(b) > 3 && (index(a, b) || index(b, a)))
		d = 2
	return d
}
$0 == "--" { split_at = NR; next }
!split_at { name[++n] = $0; next }
{ known[++m] = $0 }
END {
	for (i = 1; i <= n; i++) {
		least = 3
		for (k = 1; k <= m; k++) {
			d = distance_of(toupper(name[i]), known[k])
			if (d < least && d * 2 <= length(known[k])) {
				least = d
				nearest = known[k]
			}
		}
		if (least < 3) {
			bad = 1
			print "tribune: " name[i] " is no variable of a study: did you mean " nearest "?"
		} else if (name[i] ~ /^[A-Z]/)
			print "tribune: " name[i] " is no variable of a study, and nothing reads it"
	}
	exit bad
}' >&2
