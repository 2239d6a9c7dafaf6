# read-mk.sh - sourced: programs of awk that read files of make (mistakes.sh).
# shellcheck shell=sh
# shellcheck disable=SC2034 # of who sources this

# Reads files of make: each() gets the variable, the sign and the value of an
# assignment, recipe() a line with a tab behind a rule, other() what is neither nor
# a directive; first is the line where it begins, depth the ifeq and ifdef about it,
# comment what stands from a # on, glued whether that stands behind a word.
# shellcheck disable=SC2016 # $( is for make
awk_mk='
function trim(s) {
	gsub(/^[ \t]+|[ \t]+$/, "", s)
	return s
}
# Is each ( behind a $ closed?
function closed(s, i, c, n) {
	for (i = 1; i <= length(s); i++) {
		c = substr(s, i, 1)
		if (c == "$" && substr(s, i + 1, 1) == "$")
			i++
		else if (c == "$" && substr(s, i + 1, 1) == "(") {
			n++
			i++
		} else if (n && c == "(")
			n++
		else if (n && c == ")")
			n--
	}
	return !n
}
function without_comment(s, i, done) {
	while ((i = index(substr(s, done + 1), "#")) > 0) {
		done += i
		if (substr(s, done - 1, 1) != "\\" && closed(substr(s, 1, done - 1)))
			return substr(s, 1, done - 1)
	}
	return s
}
function take(s, name, sign) {
	if (in_define) {
		in_define = s !~ /^[ \t]*endef([ \t]|$)/
		return
	}
	if (s ~ /^\t/ && in_rule) {
		recipe(s)
		return
	}
	comment = s
	s = without_comment(s)
	comment = substr(comment, length(s) + 1)
	glued = comment != "" && s ~ /[^ \t=]$/
	s = trim(s)
	if (s == "")
		return
	if (s ~ /^(override[ \t]+|export[ \t]+)*define([ \t]|$)/) {
		in_define = 1
		return
	}
	if (s ~ /^(ifeq|ifneq|ifdef|ifndef)([ \t(]|$)/)
		depth++
	if (s ~ /^endif([ \t]|$)/)
		depth--
	if (s ~ /^(ifeq|ifneq|ifdef|ifndef|else|endif|-?include|sinclude|undefine|vpath|unexport)([ \t(]|$)/)
		return
	in_rule = 0
	while (match(s, /^(export|override|private)[ \t]+/))
		s = substr(s, RLENGTH + 1)
	if (match(s, /^[^ \t:=]*([ \t]|\302\240)*(:::=|::=|:=|\?=|\+=|!=|=)/)) {
		name = substr(s, 1, RLENGTH)
		s = substr(s, RLENGTH + 1)
		match(name, /(:::=|::=|:=|\?=|\+=|!=|=)$/)
		if (RSTART > 1 && substr(name, RSTART - 1, 2) ~ /[?+!]=/)
			RSTART--
		sign = substr(name, RSTART)
		each(trim(substr(name, 1, RSTART - 1)), sign, trim(s))
	} else
		other(s)
}
{
	sub(/\r$/, "")
	if (FNR == 1) {
		if (held)
			take(text)
		held = in_define = in_rule = depth = 0
		sub(/^\357\273\277/, "")
	}
	if (!held) {
		first = FNR
		file = FILENAME
		text = ""
	}
	text = text (held ? " " : "") $0
	held = sub(/\\$/, "", text)
	if (!held)
		take(text)
}
END {
	if (held)
		take(text)
	end()
}'

# The word of a list that another is nearly, in capitals; else nothing.
awk_near='
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
function nearest(name, known, n, k, d, least, found) {
	least = 3
	for (k = 1; k <= n; k++) {
		d = distance_of(toupper(name), toupper(known[k]))
		if (index(known[k], name) == 1)
			d -= 0.5
		if (d < least && d * 2 <= length(known[k])) {
			least = d
			found = known[k]
		}
	}
	return found
}'

# Is the variable one of the rules that make a study, files INNER?
awk_inner='
function is_inner(name, file, n, i, line) {
	if (name ~ /^(STUDY|NAME|B|W|OUT|TRIBUNE_LIBEXEC)$/) # (told elsewhere)
		return 0
	if (!has_inner++) {
		n = split(ENVIRON["INNER"], file, " ")
		for (i = 1; i <= n; i++)
			while ((getline line < file[i]) > 0)
				if (match(line, /^(export +|define +)?[A-Za-z_]+ *([:?+]*=|$)/)) {
					sub(/^(export|define) +/, "", line)
					sub(/[^A-Za-z_].*/, "", line)
					inner[line]
				}
	}
	return name in inner
}'

# What reads files that are called so (endings.txt): readers(FILE), a list; nothing where
# the ending tells nothing.
awk_readers='
function ending(file) {
	file = tolower(file)
	return sub(/.*\./, "", file) ? file : ""
}
function readers(file, line, at) {
	while (!have_readers && (getline line < "pipeline/endings.txt") > 0)
		if ((at = index(line, "\t")) > 0)
			readers_of[substr(line, 1, at - 1)] = substr(line, at + 1)
	have_readers = 1
	return readers_of[ending(file)]
}
# Is the program a reader of the suite, and none for this file?
function is_odd(program, file, list) {
	list = readers(file)
	return program ~ /^read-(text|dump|iramuteq|tei|table|conllu|vrt|office)$/ && list != "" && !index(" " list " ", " " program " ")
}'
