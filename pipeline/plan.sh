#!/bin/sh
# plan.sh STUDY WORK OUT NAME N_TEXTS [MISSING_TEXT] - can make work on this folder;
# what in it looks like a text and is not read; which texts form a shard, and a
# script for each that makes it, WORK/shards/SHARD.sh, written only where it
# changes; the hashes of all that a study reads, WORK/inputs.tsv, and the beginning
# of one hash of them all, WORK/inputs.sum; a stamp of each input that is
# no text, in WORK/sums, written when its content is another one, and a copy in
# WORK/kept.  What was made of what the study has no more goes.
#
# make knows, in files that it keeps: WORK/texts.list, a text a line as
# name|path|tables|reader; WORK/inputs.list, what|name|path; and what comes behind
# each reader and behind all, and how many texts a shard has on average,
# WORK/shards.pipe.
set -eu
export LC_ALL=C
. pipeline/messages.sh
study=$1
work=$2
out=$3
new=$work/.plan

here=$(cd "$study" 2>/dev/null && pwd -P) || here=
owner=
[ ! -f "$work/.study" ] || IFS= read -r owner <"$work/.study"
if [ $# -gt 5 ] || [ "$5" -eq 0 ] || [ -z "$here" ] || [ "$owner" != "$here" ]; then
	shift 3
	sh pipeline/check-study.sh "$study" "$1" "$work/.study" "$2" ${3+"$3"}
fi

# Where the clock was set back, what was made before is newer than all that comes:
# it is made again.
if [ "$(find "$work" "$out" -type f -newermt 'now + 3 seconds' -print -quit 2>/dev/null)" ]; then
	tell '%s: files of the future: the clock was set back, so that all is made again' "$work"
	find "$work" -type f -newermt now \( -name '*.zst' -o -name '*.tsv' -o -name '*.txt' \
		-o -name corpus.vrt -o -name published -o -name parts.ok \) -delete
	find "$work" -type f -newermt now -exec touch {} +
	find "$out" -type f -newermt now -exec touch -d @0 {} + 2>/dev/null || :
fi

# A published table is the one of the work folder, under a second name: one that
# was written to since is made again, and whatever came with it.
if [ -f "$work/published" ]; then
	# (others have more names in choices of the study: choices.sh)
	changed=$(find "$work" -maxdepth 1 -name '*.tsv' -links +1 -newer "$work/published")
	[ -z "$changed" ] || changed=$(printf '%s\n' "$changed" | while IFS= read -r table; do
		[ -z "$(find "$out/${table##*/}" -samefile "$table" 2>/dev/null)" ] || printf '%s\n' "$table"
	done)
	if [ -n "$changed" ]; then
		printf '%s\n' "$changed" | while IFS= read -r file; do
			tell '%s/%s: changed since it was made: all tables are made again' "$out" "${file##*/}"
		done
		find "$work" -maxdepth 1 -name '*.tsv' ! -name inputs.tsv -delete
		rm -rf "$work/choices"
	fi
fi

# A file with the same inode, size and times as before has the same bytes, unless
# it was changed within a tick of the clock after it was looked at.
signs=$(awk -F '|' '
function path(p) { if (p != "" && !(p in seen)) { seen[p]; printf "%s%c", p, 0 } }
FILENAME == ARGV[1] { if (NF < 4) next; path($2); n = split($3, t, " "); for (i = 1; i <= n; i++) path(t[i]); next }
{ path($3) }' "$work/texts.list" "$work/inputs.list" |
	xargs -0r stat -L --printf '%n\t%d %i %s %.9Y %.9Z\n' --)
all="stamps: in one folder
$signs
$(cat "$work/texts.list" "$work/inputs.list" "$work/shards.pipe")
$(find "$study" -maxdepth 3 -name '.?*' -prune -o -type f -print)"
if [ ! -f "$work/young" ] && [ -f "$work/plan" ] && [ -s "$work/inputs.sum" ] && [ "$all" = "$(cat "$work/plan")" ]; then
	[ ! -s "$work/passed-over" ] || cat "$work/passed-over" >&2
	exit 0
fi
said=$(sh pipeline/kinds.sh "$study" "$work/texts.list" "${GIVEN:-}" 2>&1 && sh pipeline/passed-over.sh "$study" "$work" 2>&1)
[ -z "$said" ] || printf '%s\n' "$said" >&2
if [ ! -f "$work/passed-over" ] || [ "$said" != "$(cat "$work/passed-over")" ]; then
	printf '%s' "${said:+$said
}" >"$work/passed-over"
fi
[ ! -d "$new" ] || rm -rf "$new"
mkdir -p "$new/copies" "$work/kept" "$work/shards" "$work/sums"
# What may have changed is hashed anew.
printf '%s\n' "$signs" >"$new/signs"
printf '%s\n' "$all" >"$new/plan"
for f in young hashes inputs.tsv; do
	[ -f "$work/$f" ] || : >"$work/$f"
done
: >"$new/todo"
: >"$new/known"
: >"$new/young"
awk -F '\t' -v new="$new/" '
BEGIN { srand(); now = srand() }
FILENAME == ARGV[1] { known[$1 FS $2] = $3; next }
{
	split($2, s, " ")
	if (($0 in known) && s[5] < now - 2)
		print $0 FS known[$0] > (new "known")
	else
		printf "%s%c", $1, 0 > (new "todo")
	if (s[5] >= now - 2)
		print "young" > (new "young")
}' "$work/hashes" "$new/signs"
xargs -0r sha256sum -- <"$new/todo" >"$new/sums" 2>"$new/said" || {
	folder=$(tr '\0' '\n' <"$new/todo" | while IFS= read -r file; do [ ! -d "$file" ] || printf '%s\n' "${file#"$study"/}"; done | head -n 1)
	[ -z "$folder" ] || sh pipeline/mistakes.sh value "$study" '' "${GIVEN:-}" 'TEXTS READ' \
		'%s is a folder: TEXTS names files' "$folder" || exit 1
	cat "$new/said" >&2
	exit 3
}

# shards, inputs and stamps
find "$work/shards" "$work/counts" -type f 2>/dev/null >"$new/there" || :
awk -v work="$work" -v new="$new/" -v study="$study" '
BEGIN {
	OFS = "\t"
	for (i = 1; i < 256; i++)
		code[sprintf("%c", i)] = i
	quote = "\047"
}
# Two hashes of a name, each below 2^24: what they are is the same everywhere.
function hash(s, i, k) {
	h1 = 5381
	h2 = 261
	k = length(s)
	for (i = 1; i <= k; i++) {
		h1 = (h1 * 33 + code[substr(s, i, 1)]) % 16777216
		h2 = (h2 * 131 + code[substr(s, i, 1)]) % 16777213
	}
}
function slurp(file, text, line) {
	text = ""
	while ((getline line < file) > 0)
		text = text line "\n"
	close(file)
	return text
}
# A file is written only if it is to hold something else.
function keep(file, text) {
	kept[file]
	if (slurp(file) == text)
		return
	printf "%s", text > file
	close(file)
}
# One more text of the reader that runs, or of another.
function read(reader, path, name, file) {
	file = name
	if (index(path, work "/names/") == 1)
		file = "\"$(real " quote name quote ")\""
	else if (file ~ /^-/)
		file = "./" file
	if (reader != running) {
		body = body tail "(cd \"$STUDY\" && " reader " \\\n"
		tail = ") | each\n"
		running = reader
	}
	body = body file " \\\n"
}
function put_tables(i) {
	for (i = 1; i <= n_tables; i++)
		print table[i] > (new "inputs.tsv")
	n_tables = 0
}
function end_shard(name) {
	keep(work "/shards/" name ".sh", head "each() { " each "; }\nwhole() { " whole \
		"; }\n{\n" body tail "} | whole\n")
	shards = shards name "\n"
	head = body = running = tail = ""
}
FILENAME == ARGV[1] { # hashes of what did not change
	split($0, c, "\t")
	sum[c[1]] = c[3]
	next
}
FILENAME == ARGV[2] { # of what did
	escaped = /^\\/
	sum[substr($0, 67 + escaped)] = substr($0, 1 + escaped, 64)
	next
}
FILENAME == ARGV[3] { # signs
	split($0, c, "\t")
	print $0 "\t" sum[c[1]] > (new "hashes")
	next
}
FILENAME == ARGV[4] { # what comes behind each reader, and behind them all
	if (FNR == 1)
		each = $0
	else if (FNR == 2)
		whole = $0
	else
		size = $0 > 0 ? $0 : 1
	next
}
FILENAME == ARGV[5] { # texts
	sub(/ $/, "")
	if (split($0, c, "|") < 4)
		next
	is_text[c[1]]
	reader = substr($0, length(c[1] c[2] c[3]) + 4)
	print "text", c[1], c[2], sum[c[2]] > (new "inputs.tsv")
	head = head "# " sum[c[2]] " " c[1] "\n"
	n = split(c[3], t, " ")
	for (i = 1; i <= n; i++) {
		head = head "# " sum[t[i]] " " t[i] "\n"
		if (!(t[i] in is_table)) {
			is_table[t[i]]
			file = t[i]
			if (index(file, study "/") == 1)
				file = substr(file, length(study) + 2)
			table[++n_tables] = "metadata\t" file "\t" t[i] "\t" sum[t[i]]
		}
	}
	read(reader, c[2], c[1])
	hash(c[1])
	if (h1 % size == 0)
		end_shard(sprintf("%06x%06x", h1, h2))
	next
}
FILENAME == ARGV[6] { # other inputs
	split($0, c, "|")
	if (!(c[1] == "metadata" && (c[3] in is_table)))
		print c[1], c[2], c[3], sum[c[3]] > (new "inputs.tsv")
	if (c[1] == "study")
		put_tables()
	stamp = c[3]
	gsub(/\.\./, "@@", stamp)
	gsub(/\//, "~", stamp)
	stamps[work "/sums/" stamp] = sum[c[3]]
	next
}
{ # files of shards that there are no more
	if (behind_texts == "") {
		if (head != "")
			end_shard("rest")
		behind_texts = "done"
		m = split(shards, t, "\n")
		for (i = 1; i < m; i++)
			is_shard[t[i]]
	}
	name = $0
	sub(/.*\//, "", name)
	sub(/\.[a-z.]*$/, "", name)
	if (!(name in is_shard))
		printf "%s%c", $0, 0 > (new "gone")
}
END {
	if (head != "")
		end_shard("rest")
	keep(work "/shards.list", shards)
	while ((getline line < (work "/inputs.tsv")) > 0) {
		split(line, c, "\t")
		if (c[1] == "text" && !(c[2] in is_text))
			printf "%s%c", work "/names/" c[2], 0 > (new "gone")
	}
	put_tables()
	for (s in stamps)
		keep(s, stamps[s] "\n")
}' "$new/known" "$new/sums" "$new/signs" "$work/shards.pipe" "$work/texts.list" \
	"$work/inputs.list" "$new/there"
[ ! -f "$new/gone" ] || xargs -0r rm -f -- <"$new/gone"
# Copies of what is no text, by their hashes: `tribune diff` tells the lines that changed.
find "$work/kept" -type f | awk -F '\t' -v new="$new/" '
BEGIN {
	while ((getline < (new "inputs.tsv")) > 0)
		if ($1 != "text" && $1 != "page")
			file[$4] = $3
}
{
	sum = $0
	sub(/.*\//, "", sum)
	if (sum in file)
		delete file[sum]
	else
		printf "%s%c", $0, 0 > (new "other")
}
END { # their names, and what tar is to call them
	for (sum in file) {
		name = file[sum]
		gsub(/[][\\.*^$|]/, "\\\\&", name)
		printf "--add-file=%s%c--transform=s|^%s$|%s|%c", file[sum], 0, name, sum, 0 > (new "copy")
	}
}'
if [ -f "$new/copy" ]; then
	xargs -0 tar -c -h -P <"$new/copy" | tar -x -i -m --no-same-owner -C "$new/copies"
	mv "$new/copies"/* "$work/kept"
fi
[ ! -f "$new/other" ] || xargs -0 rm -f -- <"$new/other"
# One hash of all that a study reads: of its texts, their tables, study.mk and the
# rules, in the order of PROVENANCE.tsv.  Neither dates nor folders are in it.
sum=$(awk -F '\t' -v OFS='\t' '$1 != "page" { print $1, $2, $4 }' "$new/inputs.tsv" | sha256sum)
sum=${sum%% *}
printf '%.12s\n%s\n' "$sum" "$sum" >"$new/inputs.sum" # as pages show it, and whole
# The plan itself is last: with it nothing is looked at again.
set --
for f in inputs.tsv inputs.sum hashes plan; do
	{ [ -s "$work/$f" ] && cmp -s "$new/$f" "$work/$f"; } || set -- "$@" "$new/$f"
done
[ $# -eq 0 ] || mv "$@" "$work"
set -- "$new"
[ -s "$new/young" ] || set -- "$@" "$work/young"
rm -rf "$@"
