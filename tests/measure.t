#!/bin/sh
# richness, readability and growth agree with stats, with counts, with each
# other, and with themselves in another order; prints TAP.
set -u
. tests/tap.sh

tab=$(printf '\t')
text=tests/statistics/speeches.vrt

# The named columns of a table, in the order asked for.
columns() { # NAME,NAME... <TABLE
	awk -F '\t' -v OFS='\t' -v want="$1" '
	NR == 1 { k = split(want, w, ","); for (i = 1; i <= NF; i++) at[$i] = i }
	{
		for (i = 1; i <= k; i++)
			printf "%s%s", at[w[i]] ? $at[w[i]] : "no column", i < k ? OFS : "\n"
	}'
}

# The speeches of a stream, the last one first.
backwards() { # FILE
	awk '
	/^<!--/ { print; next }
	{ s[n + 1] = s[n + 1] $0 "\n" }
	/^<\/speech>/ { n++ }
	END { for (; n > 0; n--) printf "%s", s[n] }' "$1"
}

for by in id speaker; do
	part=
	[ $by = id ] || part="-b $by"
	# shellcheck disable=SC2086
	{
		stats -w 50 $part $text |
			columns part,words,forms,hapax,ttr,mattr | tail -n +2
	} >"$T/stats"
	# shellcheck disable=SC2086
	richness -w 50 -i ttr,mattr $part $text |
		columns part,words,types,hapax,ttr,mattr | tail -n +2 >"$T/richness"
	same_file "$T/richness" "$T/stats" "richness and stats by $by"
	# shellcheck disable=SC2086
	stats $part $text | columns part,words,sentences,letters,sentence_length |
		tail -n +2 >"$T/stats"
	# shellcheck disable=SC2086
	readability $part $text | columns part,words,sentences,letters,asl |
		tail -n +2 >"$T/readability"
	same_file "$T/readability" "$T/stats" "readability and stats by $by"
	ngrams -n 1 -b $by $text | richness -f counts -i all | cut -f 1,3- \
		>"$T/counts"
	columns "$(head -n 1 "$T/counts" | tr "$tab" ,)" >"$T/tokens" <<-EOF
		$(richness -i all -b $by $text)
	EOF
	same_file "$T/counts" "$T/tokens" "richness of tokens and counts by $by"
done

backwards $text >"$T/back.vrt"
cmp -s $text "$T/back.vrt" && fail 'the order is another'
for args in 'richness -B -i usual' 'readability -B'; do
	$args $text >"$T/out"
	$args "$T/back.vrt" >"$T/back"
	same_file "$T/back" "$T/out" "$args: the order of speeches does not matter"
done

growth -n 7 $text | tail -n 1 | cut -f 1,2,4 >"$T/growth"
richness -g $text | columns words,types,hapax | tail -n +2 >"$T/whole"
same_file "$T/growth" "$T/whole" 'growth ends where richness is'
if growth -n 40 $text | awk -F '\t' '
	NR > 2 && ($1 <= n || $2 < v || $3 < e || $3 > $1) { bad = 1 }
	NR > 1 { n = $1; v = $2; e = $3 }
	END { exit bad || NR != 41 }'; then
	pass 'growth never falls'
else
	fail 'growth never falls'
fi
plan
