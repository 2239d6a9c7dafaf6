#!/bin/sh
# pivots.sh - the pivots of a study as cooccurrents -P reads them.
# usage: pivots.sh COUNT TYPES [SHARD ...] <asked
# Asked are patterns, one a line; without any, the three most frequent types of no
# list are taken.  Where forms are counted a pivot is a pattern of forms, and make
# writes those that are asked for (study.mk).  Else it is a
# name and, after a tab, the pattern of the column that is counted: each word as it is
# asked if the column has that, else the value that most tokens of this form have.
# What has a * is left as it is asked.
set -eu
export LC_ALL=C
count=$1
types=$2
shift 2
asked=$(cat)
echo '# pivots'
if [ -z "$asked" ]; then
	awk -F '\t' -v count="$count" '
	$6 == "NA" && n++ < 3 { print $2 (count == "form" ? "" : "\t" $1) }' "$types"
	exit
fi

here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
printf '%s\n' "$asked" >"$here/asked"
# The words of each: LINE TAB word.
{
	echo '<!-- #vrt -->'
	sed 's/&/\&amp;/g; s/</\&lt;/g; s/>/\&gt;/g; s/.*/<p>\n&\n<\/p>/' "$here/asked"
} | sed 1d | tokenise -q >"$here/tokens"
awk -F '\t' '/^<p>/ { n++ } NF > 2 { print n "\t" $3 }' "$here/tokens" >"$here/words"
cut -f 2 "$here/words" | sort -u >"$here/list"
keep -q -c "$count" -L "$here/list" "$@" | types -q -k wnpsu -c "$count" >"$here/values"
keep -q -L "$here/list" "$@" | types -q -k wnpsu -c "$count" -a forms >"$here/forms"
awk -F '\t' -v values="$here/values" -v forms="$here/forms" -v words="$here/words" '
FILENAME == values { is_value[$1]; next }
FILENAME == forms {
	n = split($5, form, /, /)
	for (i = 1; i <= n; i++)
		if (!(form[i] in value))
			value[form[i]] = $1
	next
}
FILENAME == words {
	word = $2 in is_value || !($2 in value) ? $2 : value[$2]
	pattern[$1] = pattern[$1] (pattern[$1] == "" ? "" : " ") word
	next
}
{ print $0 "\t" (/[*]/ || pattern[FNR] == "" ? $0 : pattern[FNR]) }' \
	"$here/values" "$here/forms" "$here/words" "$here/asked"
