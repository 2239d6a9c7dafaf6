#!/bin/sh
# shellcheck disable=SC2154 # the labels
# sheets.sh - one page a speech in OUT/sheets: its figures against the corpus,
# its themes, its specific vocabulary, the first of it in context. Of more than
# SHEETS_MOST speeches, only the longest have one.
. pipeline/reports/common.sh
: "${OUT:?}" "${SHEETS_MOST:?}"
FEW=10 # sentences: of fewer no interval is shown, for it is too narrow
mkdir -p "$OUT/sheets" "$T/vrt" "$T/spec" "$T/rates"

# The speeches that get one, in the table's order.
awk -F '\t' -v OFS='\t' '
NR == 1 { for (i = 1; i <= NF; i++) c[$i] = i; next }
{ print NR, $c["words"] }' "$W/speeches.tsv" |
	sort -t "$TAB" -k 2,2nr -k 1,1n | head -n "$SHEETS_MOST" >"$T/longest"
awk -F '\t' 'FILENAME == ARGV[1] { row[$1]; next } FNR in row' \
	"$T/longest" "$W/speeches.tsv" >"$T/list"
cut -f 1 "$T/list" >"$T/ids"

# A sheet is called by its speech: no id may leave the folder.
while IFS= read -r id; do
	case $id in
	'' | [!A-Za-z0-9]* | *[!A-Za-z0-9._-]*) odd=yes ;;
	*) [ ${#id} -gt 200 ] && odd=yes || odd='' ;;
	esac
	if [ "$odd" ]; then
		printf "tribune: sheets: the id '%.80s' cannot be the name of a file: letters, digits, . _ and - only, 200 at most\n" \
			"$id" >&2
		exit 1
	fi
done <"$T/ids"

# Their tokens, specificities and rates in files of their own, by the place of
# the speech in the list.
DIR=$T/vrt awk '
function to(id) { # the file that lines go to from here on; none of others
	if (file != "")
		close(file)
	file = ""
	if (!(id in wanted))
		return
	file = ENVIRON["DIR"] "/" wanted[id]
	if (!(id in seen))
		print head > file
	seen[id]
}
FILENAME == ARGV[1] { wanted[$0] = FNR; next }
/^<!-- #vrt/ { head = $0; to("NA"); next }
/^<speech / {
	match($0, / id="[^"]*"/)
	to(substr($0, RSTART + 5, RLENGTH - 6))
}
file != "" { print >> file }
/^<\/speech>/ { to("NA") }
' "$T/ids" "$W/corpus.vrt"
# Of each the strongest words, and the largest themes with the number of its
# sentences on a line before.
DIR=$T/spec awk -F '\t' -v OFS='\t' '
FILENAME == ARGV[1] {
	file = ENVIRON["DIR"] "/" FNR
	print "term", "f", "F", "S", "q" > file
	close(file)
	wanted[$0] = FNR
	next
}
FNR == 1 { for (i = 1; i <= NF; i++) c[$i] = i; next }
!($1 in wanted) || $c["S"] <= 0 { next }
($1 "") != last {
	if (last != "")
		close(file)
	last = $1 ""
	file = ENVIRON["DIR"] "/" wanted[$1]
	n = 0
}
n++ < 12 {
	print $c["ngram"], $c["f"], $c["F"], $c["S"], $c["q"] >> file
}' "$T/ids" "$W/specificities-id.tsv"
top_themes "$W/rates-id.tsv" >"$T/themes"
top_themes "$W/rates-all.tsv" >"$T/corpus"
DIR=$T/rates awk -F '\t' -v OFS='\t' '
FILENAME == ARGV[1] {
	file = ENVIRON["DIR"] "/" FNR
	print "theme", "freq", "rate", "low", "high", "corpus" > file
	close(file)
	wanted[$0] = FNR
	next
}
FILENAME == ARGV[2] { rate[$2] = $5; next }
FNR == 1 { for (i = 1; i <= NF; i++) c[$i] = i; next }
!($1 in wanted) { next }
($1 "") != last {
	if (last != "")
		close(file)
	last = $1 ""
	n = 0
	file = ENVIRON["DIR"] "/" wanted[$1] ".units"
	print $c["units"] > file
	close(file)
	file = ENVIRON["DIR"] "/" wanted[$1]
}
$3 > 0 && n++ < 8 { print $2, $3, $5, $6, $7, rate[$2] >> file }
' "$T/ids" "$T/corpus" "$T/themes"

# The figures of each speech: value, median, lowest, highest, rank.
DIR=$T awk -F '\t' -v OFS='\t' -v names="$m_words|$m_forms|$m_sentence|$m_word|$m_ttr|$m_mattr|$m_hapax|$m_questions|$m_exclamations|$m_i|$m_we" '
function ratio(a, b, by) { return b > 0 ? by * a / b : "NA" }
function as(v, k) { # words and forms are counts, ratios have three decimals
	if (v == "NA")
		return v
	return sprintf(k <= 2 ? "%d" : (k == 5 || k == 6 ? "%.3f" : "%.1f"), v)
}
function put(k, v) { value[n, k] = v == "NA" ? v : v + 0 }
function shell(n, gap, i, j, v) { # sorts s[1..n]
	for (gap = 1; gap < n; gap = gap * 3 + 1)
		;
	for (; gap > 0; gap = int(gap / 3))
		for (i = gap + 1; i <= n; i++) {
			v = s[i]
			for (j = i; j > gap && s[j - gap] > v; j -= gap)
				s[j] = s[j - gap]
			s[j] = v
		}
}
function rank_of(v, n, low, high, at) { # how many of s[1..n] are above v
	low = 0
	high = n
	while (low < high) {
		at = int((low + high) / 2) + 1
		if (s[at] > v)
			high = at - 1
		else
			low = at
	}
	return n - low
}
FILENAME == ARGV[1] { wanted[$0] = FNR; next }
FNR == 1 { for (i = 1; i <= NF; i++) c[$i] = i; next }
{
	id[++n] = $c["part"]
	put(1, $c["words"]); put(2, $c["forms"])
	put(3, $c["sentence_length"]); put(4, $c["word_length"])
	put(5, $c["ttr"]); put(6, $c["mattr"])
	put(7, ratio($c["hapax"], $c["forms"], 100))
	put(8, ratio($c["questions"], $c["sentences"], 100))
	put(9, ratio($c["exclamations"], $c["sentences"], 100))
	put(10, ratio($c["first_singular"], $c["words"], 1000))
	put(11, ratio($c["first_plural"], $c["words"], 1000))
}
END {
	m = split(names, name, "|")
	for (k = 1; k <= m; k++) {
		size = 0
		for (i = 1; i <= n; i++)
			if (value[i, k] != "NA")
				s[++size] = value[i, k]
		shell(size)
		low[k] = size ? s[1] : "NA"
		high[k] = size ? s[size] : "NA"
		half = int((size + 1) / 2)
		med[k] = !size ? "NA" : size % 2 ? s[half] : (s[half] + s[half + 1]) / 2
		for (i = 1; i <= n; i++)
			rank[i, k] = value[i, k] == "NA" ? "NA" : \
				rank_of(value[i, k], size) + 1
	}
	for (i = 1; i <= n; i++) {
		if (!(id[i] in wanted))
			continue
		file = ENVIRON["DIR"] "/figures." wanted[id[i]]
		print "measure", "here", "median", "lowest", "highest", "rank" > file
		for (k = 1; k <= m; k++)
			print name[k], as(value[i, k], k), as(med[k], k),
				as(low[k], k), as(high[k], k), rank[i, k] > file
		close(file)
	}
}' "$T/ids" "$W/speeches.tsv"

# What every sheet says above its tables.
block_figures=$(heading "$L_FIGURES" && say "$t_sheet")
block_themes=$(heading "$L_THEMES")
block_spec=$(heading "$L_SPEC" && say "$t_sheet_spec")
block_context=$(heading "$L_CONTEXT")

sheet() { # PLACE-IN-THE-LIST ID TITLE DATE SPEAKER PLACE
	own=$1
	shift
	if [ "$2" = NA ]; then title "$1"; else title "$(plain "$2")"; fi
	for line in "$4" "$3" "$5" "$1"; do
		[ "$line" = NA ] || [ "$2,$line" = "NA,$1" ] || plain "$line"
	done
	printf '%s\n\n' "$block_figures"
	show_table -r "measure=$c_measure" \
		-r "here=$c_here" -r "median=$c_median" -r "lowest=$c_lowest" \
		-r "highest=$c_highest" -r "rank=$c_rank" "$T/figures.$own"
	printf '%s\n\n' "$block_themes"
	sentences=0
	[ ! -f "$T/rates/$own.units" ] || read -r sentences <"$T/rates/$own.units"
	if [ "$sentences" = NA ] || [ "$sentences" -lt "$FEW" ]; then
		say "$t_sheet_themes_few" "$FEW"
		limits=
	else
		say "$t_sheet_themes" "$(number "$sentences")"
		limits=low,high,
	fi
	echo
	show_table -c "theme,freq,rate,${limits}corpus" \
		-p rate=1,low=1,high=1,corpus=1 -r "theme=$c_theme" \
		-r "freq=$c_hits" -r "rate=$c_rate" -r "low=$c_low" \
		-r "high=$c_high" -r "corpus=$c_corpus" "$T/rates/$own"
	printf '%s\n\n' "$block_spec"
	show_table -p S=1,q=4 -r "term=$c_term" "$T/spec/$own"
	printf '%s\n\n' "$block_context"
	k=0
	while [ $k -le 3 ] && IFS=$TAB read -r term _; do
		k=$((k + 1))
		[ $k -gt 1 ] || continue # the names of the columns
		printf '%s\n' "$term"
		# the attribute = is none, and NA and two blanks before the line go
		concordance -q -t -W 84 -a = -n 4 -c "$COUNT" -p "$term" \
			"$T/vrt/$own" >"$T/lines"
		sed 's/^NA  //' "$T/lines"
		echo
	done <"$T/spec/$own"
}

cells <"$T/list" >"$T/rows"
k_list=0
while IFS=$CELLS read -r id name date _ speaker place _; do
	k_list=$((k_list + 1))
	sheet $k_list "$id" "$name" "$date" "$speaker" "$place" >"$T/sheet"
	cmp -s "$T/sheet" "$OUT/sheets/$id.txt" || {
		cp "$T/sheet" "$W/.sheet.part"
		mv "$W/.sheet.part" "$OUT/sheets/$id.txt"
	}
	printf '%s\t%s.txt\n' "$id" "$id"
done <"$T/rows" >"$T/made"
# A sheet of a speech that is no longer there goes.
for old in "$OUT"/sheets/*.txt; do
	printf '%s\n' "${old##*/}"
done | awk -F '\t' '
FILENAME == ARGV[1] { made[$2]; next }
!($0 in made)' "$T/made" - | while IFS= read -r old; do
	rm -f "$OUT/sheets/$old"
done
# The table of the sheets is what make looks at.
printf 'part\tsheet\n'
sort "$T/made"
