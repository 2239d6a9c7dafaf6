#!/bin/sh
# recount.sh PIPELINE LIBEXEC [-j jobs] [-n lines] [-t table] BEFORE AFTER FOLDER - what
# `tribune recount` does: where several causes lie between two runs, the share of each in
# the counts of words and themes, or in the figures of a table of the reports.  The texts
# that both runs have alike, and FOLDER still, are counted as before, with one cause at a
# time as after, and with all of them; what the causes do together is what is left.
# Rules, lists, metadata and study.mk are the copies of the work folders (tribune plan).
# (front.sh tells of PIPELINE and LIBEXEC.)
export LC_ALL=C
usage='tribune recount [-j jobs] [-n lines] [-t table] before after folder-of-the-texts'
# shellcheck source=pipeline/front.sh
. "$1/front.sh"
take_options recount "$usage" j:n:t: "$@"
shift $((OPTIND - 1))
: "${jobs:=1}" "${lines:=10}"
[ $# -eq 3 ] || die 2 '%s: two folders of reports and that of the texts are needed (usage: %s)' recount "$usage"

# Of each run: its provenance, and the folder of its copies.
run_of() { # FOLDER
	[ -f "$1/PROVENANCE.tsv" ] || die 1 '%s: no PROVENANCE.tsv in it: is it the folder of a report?' "$1"
	path_of "$1"
}
before=$(run_of "$1")
after=$(run_of "$2")
for run in "$before" "$after"; do
	case $table in
	*/* | PROVENANCE.tsv) false ;;
	*.tsv) [ -f "$run/$table" ] ;;
	*) [ -z "$table" ] ;;
	esac || die 1 '%s: no such table in it' "$run/$table"
done
speak "$(option_of "$after/PROVENANCE.tsv" REPORT_LANG)"
need_folder "$3"
folder=$(path_of "$3")
kept_of() { # REPORTS
	echo "${1%/*/*}/build/study/${1##*/}/kept"
}
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
trap 'exit 141' PIPE

# ---- what is not alike ----

# kind TAB name TAB before TAB after, of what can be changed by itself, and of files that
# one run alone has (`only`, for study.mk names them); texts that are alike.  What cannot
# be: texts, programs, libraries.  Of the options only those that reach what is counted.
awk -F '\t' -v alike="$tmp/alike" -v table="$table" '
function reaches(option) {
	if (table != "")
		return option !~ /^(NAME|REPORT_LANG|SHEETS|TITLE|WORKBOOK)$/
	return option ~ /^(NO_WORDS|SELECT|ONLY|TOKENISE|STEM|LEMMATISE|COUNT|POS)$/
}
FNR == 1 { next }
FNR == NR { was[$1 FS $2] = $3; keys[++n_was] = $1 FS $2; next }
{ is[$1 FS $2] }
$1 == "text" && was[$1 FS $2] == $3 { print $2 FS $3 > alike }
$1 == "program" && ($1 FS $2 in was) && was[$1 FS $2] != $3 { print "version" FS $2 FS FS }
$1 == "option" && reaches($2) || $1 ~ /^(rules|metadata|study)$/ {
	if (!($1 FS $2 in was))
		print "only" FS $2 FS FS $3
	else if (was[$1 FS $2] != $3)
		print $1 FS $2 FS was[$1 FS $2] FS $3
}
END {
	for (i = 1; i <= n_was; i++) {
		k = keys[i]
		if (k ~ /^(rules|metadata)\t/ && !(k in is))
			print "only" FS substr(k, index(k, FS) + 1) FS was[k] FS
	}
}' "$before/PROVENANCE.tsv" "$after/PROVENANCE.tsv" >"$tmp/unlike"
: >"$tmp/texts"
[ -f "$tmp/alike" ] || : >"$tmp/alike"
while IFS="$(printf '\t')" read -r file sum; do
	[ ! -f "$folder/$file" ] || [ "$(sha256sum <"$folder/$file" | cut -c1-64)" != "$sum" ] || printf '%s\n' "$file"
done <"$tmp/alike" >"$tmp/texts"
[ -s "$tmp/texts" ] || die 1 '%s: it has no text that both runs have alike: nothing can be recounted' "$3"
out said 'Texts that both runs have alike, recounted: %d.' "$(wc -l <"$tmp/texts")"

: >"$tmp/causes"
: >"$tmp/only"
while IFS="$(printf '\t')" read -r kind name was is; do
	case $kind in
	version) out said '  program %s: its share cannot be told: the one of before is not here' "$name" ;;
	option) printf '%s\t%s\t%s\t%s\n' "$kind" "$name" "$was" "$is" >>"$tmp/causes" ;;
	only)
		copy=$(kept_of "$([ -n "$was" ] && echo "$before" || echo "$after")")/$was$is
		[ ! -f "$copy" ] || printf '%s\t%s\n' "$name" "$copy" >>"$tmp/only"
		;;
	*)
		if [ -f "$(kept_of "$before")/$was" ] && [ -f "$(kept_of "$after")/$is" ]; then
			printf '%s\t%s\t%s\t%s\n' "$kind" "$name" "$was" "$is" >>"$tmp/causes"
		else
			out said '  %s %s: its share cannot be told: the work folder of a run has no copy' "$kind" "$name"
		fi
		;;
	esac
done <"$tmp/unlike"
# (What study.mk has besides the options are the names of lists, dictionaries, tables.)
[ -s "$tmp/causes" ] || { out said 'Nothing else is unlike that can be recounted.' && exit 0; }

# ---- counted ----

# A file of a run in the chain, or in the study.
put_file() { # HOUSE NAME FILE
	case $2 in */*) to=$1/pipeline/$2 ;; *) to=$1/studies/x/$2 ;; esac
	[ -e "$to" ] || to=$1/studies/x/$2
	rm -f "$to"
	cp "$3" "$to"
}
count() { # STATE; as after: the lines of causes of which as_after has the number
	state=$1
	house=$tmp/$state
	mkdir -p "$house/studies" "$house/reports"
	cp -r "$pipeline" "$house/pipeline"
	if [ -f "$pipeline/Makefile" ]; then cp "$pipeline/Makefile" "$house"; else cp "$pipeline/../Makefile" "$house"; fi
	ln -s "$libexec" "$house/programs"
	cp -rs "$folder" "$house/studies/x"
	while IFS="$(printf '\t')" read -r name copy; do
		put_file "$house" "$name" "$copy"
	done <"$tmp/only"
	set --
	number=0
	while IFS="$(printf '\t')" read -r kind name was is; do
		number=$((number + 1))
		if grep -qx "$number" "$tmp/as_after"; then
			value=$is
			copy=$(kept_of "$after")/$is
		else
			value=$was
			copy=$(kept_of "$before")/$was
		fi
		if [ "$kind" = option ]; then
			set -- "$@" "$name=$(printf %s "$value" | sed 's/[$]/$$/g')"
		else
			put_file "$house" "$name" "$copy"
		fi
	done <"$tmp/causes"
	(
		unset MAKEFLAGS MAKELEVEL B W OUT STUDY NAME
		cd "$house"
		if [ -n "$table" ]; then set -- "$@" "reports/x/$table"; else
			set -- PARTS= "$@" build/study/x/types.tsv build/study/x/themes-id.tsv
		fi
		TRIBUNE_DATA=$house/pipeline make -s -j "$jobs" STUDY=studies/x NAME=x TRIBUNE_LIBEXEC=programs \
			TEXTS="$(tr '\n' ' ' <"$tmp/texts")" "$@"
	) >"$tmp/said" 2>&1 || {
		sed -E "/$own_lines/d; s/^/  /" "$tmp/said" >&2
		die 1 '%s: the counts cannot be made (above)' recount
	}
	if [ -n "$table" ]; then figures "$house/reports/x/$table"; else
		counts "$house/build/study/x/types.tsv" "$house/build/study/x/themes-id.tsv"
	fi >"$tmp/$state.counts"
	rm -rf "$house"
}

# key TAB figure: counts of words and themes; or the cells of a table that differ from
# those of the state before, as changes.1 has them.
counts() { # TYPES.tsv THEMES-ID.tsv
	awk -F '\t' '
	FNR == 1 { for (i = 1; i <= NF; i++) column[FILENAME, $i] = i; next }
	(FILENAME, "type") in column { print "« " $column[FILENAME, "type"] " »\t" $column[FILENAME, "freq"]; next }
	{ theme = $column[FILENAME, "theme"]; if (theme != "") n["theme " theme] += $column[FILENAME, "freq"] }
	END { for (t in n) print t "\t" n[t] }' "$@" | sort
}
figures() { # TABLE
	mkdir "$tmp/of.$state"
	cp "$before/PROVENANCE.tsv" "$before/speeches.tsv" "$tmp/of.$state"
	cp "$1" "$tmp/of.$state"
	[ "$state" = before ] || PATH=$libexec:$PATH TRIBUNE_DATA=$pipeline changes -q -f tsv "$tmp/of.before" "$tmp/of.$state"
}
: >"$tmp/as_after"
count before
seq "$(wc -l <"$tmp/causes")" >"$tmp/as_after"
count after
cause=0
while IFS="$(printf '\t')" read -r what of _; do
	cause=$((cause + 1))
	echo "$cause" >"$tmp/as_after"
	count "$cause"
	printf '%s\t%s %s\n' "$cause" "$what" "$of" >>"$tmp/causes.names"
done <"$tmp/causes"
[ -f "$tmp/causes.names" ] || : >"$tmp/causes.names"

# ---- shares ----

# size TAB key TAB before TAB after TAB its shares.
telling='
BEGIN {
	FS = OFS = "\t"
	while ((getline line < names) > 0) {
		split(line, c, "\t")
		name[c[1] ".counts"] = c[2]
		order[++n_cause] = c[1] ".counts"
	}
}
function same(a, b) { a -= b; return a < 0 ? a > -bound : a < bound }
function signed(n) { return (n > 0 ? "+" : "") sprintf(n == int(n) ? "%d" : "%.4g", n) }
END {
	for (k in keys) {
		was = value("before.counts", k)
		is = value("after.counts", k)
		line = ""
		rest = is - was
		bound = table == "" ? .5 : 1e-5 * ((was < 0 ? -was : was) + (is < 0 ? -is : is))
		moved = !same(rest, 0)
		for (i = 1; i <= n_cause; i++) {
			d = value(order[i], k) - was
			rest -= d
			if (!same(d, 0)) {
				moved = 1
				line = line ", " name[order[i]] " " signed(d)
			}
		}
		if (!moved)
			continue
		if (!same(rest, 0))
			line = line ", together " signed(rest)
		print (k in place ? 1e9 - place[k] : is > was ? is - was : was - is), k, was, is, substr(line, 3)
	}
}'
# What a cause alone moved and all together did not comes last, at place 1e9.
(
	cd "$tmp" || exit
	# shellcheck disable=SC2046 # numbers
	set -- $(cut -f 1 causes.names | sed 's/$/.counts/')
	if [ -z "$table" ]; then
		awk -v names=causes.names "$telling"'
		function value(f, k) { return count[f, k] + 0 }
		{ count[FILENAME, $1] = $2; keys[$1] }' before.counts after.counts "$@"
	else
		awk -v names=causes.names -v table="$table" "$telling"'
		function value(f, k) { return (f, k) in count ? count[f, k] : is_before[k] }
		function number(s) { return s ~ /^-?[0-9.]+(e[-+]?[0-9]+)?$/ }
		FNR == 1 || !number($4) || !number($5) { next }
		{
			k = ($2 == "" ? "" : $2 ": ") $3
			keys[k]
			is_before[k] = $4
			count[FILENAME, k] = $5
			place[k] = FILENAME == "after.counts" ? FNR : k in place ? place[k] : 1e9
		}' after.counts "$@"
	fi | sort -t "$(printf '\t')" -k1,1gr -k2,2 >shares
)
if [ ! -s "$tmp/shares" ]; then
	if [ -n "$table" ]; then out said 'No figure of %s differs.' "$table"; else out said 'No count of a word or theme differs.'; fi
	exit 0
fi
# shellcheck disable=SC2016 # fields of awk
out awk -F '\t' -v n="$lines" 'NR <= n { print "  " $2 ": " $3 " -> " $4 ": " $5 }' "$tmp/shares"
more=$(($(wc -l <"$tmp/shares") - lines))
[ "$more" -le 0 ] || out said '  ... and %d more (-n shows them)' "$more"
