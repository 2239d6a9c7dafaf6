#!/bin/sh
# notes.sh FILE ... - what programs said while texts were read, each note once,
# with what it is about.  The files hold notes as they came; before those of a
# reader and what stands behind it is a line "# N NAME": how many texts it read,
# and the first.  Notes that differ in their numbers only are one, with the sums
# and all texts; a place stays that of the first.
set -eu
export LC_ALL=C
. pipeline/messages.sh
awk "$awk_T"'
function singular(s) {
	s = s " "
	gsub(/s /, " ", s)
	gsub(/s,/, ",", s)
	gsub(/s\)/, ")", s)
	return s
}
# The numbers of s, and what stands between them, so that s is cut[0] num[1] cut[1] ...
function take_apart(s, k) {
	for (k = 0; match(s, /(^|[ (])[0-9]+( |$|,|\))/); k++) {
		from = RSTART + (substr(s, RSTART, 1) ~ /[ (]/)
		match(substr(s, from), /^[0-9]+/)
		cut[k] = substr(s, 1, from - 1)
		num[k + 1] = substr(s, from, RLENGTH)
		s = substr(s, from + RLENGTH)
	}
	cut[k] = s
	return k
}
# Adds the numbers of a note to those of the same one.
function add(head, s, n, key, i) {
	n = take_apart(s)
	key = head
	for (i = 0; i <= n; i++)
		key = key "\t" singular(cut[i])
	if (!(key in size)) {
		size[key] = n
		order[++n_key] = key
		of[key] = head
	}
	for (i = 1; i <= n; i++)
		sum[key, i] += num[i]
	if (!(key in best) || num[1] > best[key]) { # the plural
		best[key] = num[1] + 0
		for (i = 0; i <= n; i++)
			text[key, i] = cut[i]
	}
	about(key)
}
# A list of counts behind a word: "kept: 59 no-break spaces, 2 tabs" (French has a
# no-break space before the colon)?
function is_list(s, n, k, item) {
	if (s !~ /^[a-z][a-z \200-\377]*: [0-9]/ || s ~ /\(/)
		return 0
	sub(/^[^:]*: /, "", s)
	n = split(s, item, ", ")
	for (k = 1; k <= n; k++)
		if (item[k] !~ /^[0-9]+ /)
			return 0
	return 1
}
function about(key) {
	if ((key, run) in told)
		return
	told[key, run]
	texts[key] += n_text
	runs[key]++
	if (!(key in first))
		first[key] = name
}
FNR == 1 { run++; n_text = 0; name = "" }
/^# [0-9]+ / {
	run++
	n_text = $2
	name = substr($0, length($1 $2) + 3)
	sub(/^\.\//, "", name)
	next
}
{
	# program: [file:line: ]what
	at = index($0, ": ")
	head = at ? substr($0, 1, at + 1) : ""
	s = substr($0, at ? at + 2 : 1)
	place = ""
	if (match(s, /^[^ ]*:[0-9]+(\302\240)?: /)) {
		place = substr(s, 1, RLENGTH)
		s = substr(s, RLENGTH + 1)
	}
	if (is_list(s)) {
		kind = s
		sub(/:.*/, ": ", kind)
		n_item = split(substr(s, length(kind) + 1), item, ", ")
		for (k = 1; k <= n_item; k++)
			add(head kind, item[k])
		next
	}
	if (place == "") {
		add(head, s)
		next
	}
	before = n_key
	add(head "@", s)
	if (n_key > before)
		where[order[n_key]] = place
}
END {
	for (j = 1; j <= n_key; j++) {
		key = order[j]
		# without a plural each says the same
		one = size[key] == 1 && best[key] == 1 && sum[key, 1] > 1
		line = text[key, 0]
		for (i = 1; i <= size[key]; i++)
			line = line (one ? 1 : sum[key, i]) text[key, i]
		head = of[key]
		list = head ~ /: [a-z][a-z \200-\377]*: $/
		behind = sprintf(T("%d texts"), texts[key]) (one && texts[key] == runs[key] ? T(" each") : "")
		if (sub(/@$/, "", head)) {
			head = head where[key]
			behind = runs[key] > 1 ? behind : ""
		} else if (texts[key] > 1)
			behind = behind sprintf(T(", the first %s"), first[key])
		else if (!texts[key] || index(head line, first[key]))
			behind = ""
		else
			behind = first[key]
		behind = behind == "" ? "" : " (" behind ")"
		if (!list)
			print head line behind
		else if ((head, behind) in at_line)
			out[at_line[head, behind]] = out[at_line[head, behind]] ", " line
		else {
			at_line[head, behind] = ++n_out
			out[n_out] = head line
			end[n_out] = behind
		}
	}
	for (i = 1; i <= n_out; i++)
		print out[i] end[i]
}' "$@" | sort
