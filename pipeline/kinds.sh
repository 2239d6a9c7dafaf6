#!/bin/sh
# kinds.sh STUDY TEXTS.list GIVEN - texts that by the ending of their names are none for
# the reader that the study gives them: each kind in a line on stderr.  TEXTS.list is that
# of tribune plan, GIVEN the variables of the command line.
set -u
export LC_ALL=C
. pipeline/messages.sh
. pipeline/read-mk.sh
STUDY=$1 GIVEN=$3 awk -F '|' "$awk_T$awk_readers"'
NF >= 4 {
	program = $4
	sub(/ .*/, "", program)
	if (!is_odd(program, $1))
		next
	key = program " " ending($1)
	if (n[key]++ == 0)
		order[++n_keys] = key
	if (n[key] <= 3)
		some[key] = some[key] (n[key] > 1 ? ", " : "") $1
	names[key] = names[key] " READ_" $1
}
END {
	for (i = 1; i <= n_keys; i++) {
		key = order[i]
		split(key, w, " ")
		right = readers("." w[2])
		gsub(/ /, ", ", right)
		at = "sh pipeline/mistakes.sh where \"$STUDY\" \"\" \"$GIVEN\" \047" substr(names[key], 2) " READ TEXTS\047"
		at | getline line
		close(at)
		note(sprintf(T("%s: %s reads %s: for .%s there is %s (READ, or READ_file for one)"), line, w[1], \
			some[key] more(n[key], 3), w[2], right))
	}
}' "$2" >&2
