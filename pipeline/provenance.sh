#!/bin/sh
# provenance.sh FILE - the inputs, options, commands and programs of a study as a
# table: what, name, value.  The hashes are SHA-256 of the files' bytes; the
# commands are those of the rules that made the tables (study.mk).  The last rows
# say how to cite the run.
set -eu
export LC_ALL=C
# names of texts that make cannot hold
here=
[ ! -d "$W/names" ] || here=$(cd "$STUDY" && pwd -P)
[ -z "$here" ] || find "$W/names" -type l -printf '%p\t%l\0' | tr '\n\000' '\001\n' >"$W/.names"
versions=$(tribune -V)
{ read -r _ && read -r sum; } <"$W/inputs.sum"
export sum THEMES versions
awk -v work="$W" -v bin="$TRIBUNE_LIBEXEC" -v here="$here/" -v names="$W/.names" '
BEGIN {
	FS = OFS = "\t"
	print "what", "name", "value"
	while ((getline line < names) > 0) {
		at = index(line, "\t")
		text = substr(line, at + 1)
		gsub(/\001/, "\n", text)
		if (index(text, here) == 1)
			text = substr(text, length(here) + 1)
		real[substr(line, 1, at - 1)] = text
	}
	while ((getline line < (work "/inputs.tsv")) > 0) {
		split(line, c, "\t")
		hash[c[3]] = c[4]
		if (c[1] != "page")
			row(c[1], c[3] in real ? real[c[3]] : c[2], c[4])
	}
	n = split(ENVIRON["OPTIONS"], option, " ")
	for (i = 1; i <= n; i++) {
		row("option", option[i], ENVIRON[option[i]])
		if (option[i] == "READ")
			readers(ENVIRON["READ"])
	}
	n = words(work "/ran.list", name)
	for (i = 1; i <= n; i++)
		row("command", name[i], slurp(work "/commands/" name[i]))
	k = split(ENVIRON["versions"], library, "\n")
	at = index(library[1], " ")
	n = words(work "/programs.list", name)
	for (i = 1; i <= n; i++)
		if ((getline line < (bin "/" name[i])) >= 0) # else of the study itself
			row("program", name[i], name[i] substr(library[1], at))
	for (i = 2; i <= k; i++) {
		split(library[i], c, " ")
		row("library", c[1], library[i])
		if (sub(/.*fingerprint /, "", library[i]))
			snowball = library[i]
		if (sub(/.*Unicode /, "", library[i]))
			unicode = substr(library[i], 1, length(library[i]) - 1)
	}
	cite(snowball, unicode)
}
# All that tells one run from another, and a line for a bibliography.
function cite(snowball, unicode, version, sum, themes) {
	version = library[1]
	sub(/.*\) /, "", version)
	sum = ENVIRON["sum"]
	themes = hash[ENVIRON["THEMES"]]
	row("citation", "program", "Tribune " version)
	row("citation", "inputs", sum)
	row("citation", "dictionary", themes)
	row("citation", "Snowball", "French, fingerprint " snowball)
	row("citation", "Unicode", unicode)
	row("citation", "cite", "Tribune " version ", textometry of French political speeches. Study \"" \
		ENVIRON["TITLE"] "\": inputs sha256:" substr(sum, 1, 12) ", dictionary sha256:" \
		substr(themes, 1, 12) ", Snowball " snowball ", Unicode " unicode ".")
}
function row(what, name, value) { print what, escaped(name), escaped(value) }
function escaped(s, out, i, c) { # the escapes of tables
	if (s !~ /[\\\t\n]/)
		return s
	out = ""
	for (i = 1; i <= length(s); i++) {
		c = substr(s, i, 1)
		out = out (c == "\\" ? "\\\\" : c == "\t" ? "\\t" : c == "\n" ? "\\n" : c)
	}
	return out
}
function slurp(file, text, line, n) {
	text = ""
	for (n = 0; (getline line < file) > 0; n++)
		text = text (n > 0 ? "\n" : "") line
	close(file)
	return text
}
function words(file, list) { return split(slurp(file), list, /[ \n]+/) }
function readers(usual, line, c, reader) {
	while ((getline line < (work "/texts.list")) > 0) {
		sub(/ $/, "", line)
		if (split(line, c, "|") < 4)
			continue
		reader = substr(line, length(c[1] c[2] c[3]) + 4)
		if (reader != usual)
			row("option", "READ_" c[1], reader)
	}
}' >"$1.part" || {
	rm -f "$1.part"
	exit 3
}
[ ! -f "$W/.names" ] || rm -f "$W/.names"
mv "$1.part" "$1"
