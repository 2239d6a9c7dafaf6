#!/bin/sh
# Where figures of a report come from: rows of every table, drawn at random with
# a fixed seed, are told and every figure of them that can be is counted again;
# prints TAP.  So are those of three studies of other people's texts, where these
# are at hand ($CORPORA).  ROWS=20 draws more.
set -u
. tests/tap.sh

corpora=${CORPORA:-../shared/corpora}

report() { # NAME STUDY
	rc=0
	make_study reports STUDY="$2" \
		W="$T/work/$1" OUT="$T/reports/$1" </dev/null >"$T/log" 2>&1 || rc=$?
	[ $rc -eq 0 ] || fail "a report of $1" "$(tail -n 20 "$T/log")"
}

# TABLE and line, one a line: so many rows of every table of a report.
draw() { # NAME ROWS SEED
	for table in "$T/reports/$1"/*.tsv; do
		case $table in */PROVENANCE.tsv) ;; *) echo "$table" ;; esac
	done | awk -v rows="$2" -v x="$3" '
	function next_one() { # Lehmer 1951: 16807 modulo 2^31 - 1
		x = (x * 16807) % 2147483647
		return x
	}
	{
		for (n = 0; (getline row < $1) > 0; n++)
			;
		close($1)
		for (i = 0; n > 1 && i < rows; i++)
			print $1 ":" 2 + next_one() % (n - 1)
	}' | sort -u
}

# Why of each: what differs, or fails, is left in $T/bad.
ask() { # NAME ROWS SEED
	: >"$T/bad"
	draw "$@" | while IFS= read -r row; do
		echo "@ $row"
		why -d "$T/work/$1" -n 3 "$row" 2>"$T/err" && continue
		echo '@failed'
		{ echo "$row"; cat "$T/err"; } >>"$T/bad"
	done >"$T/all"
	: >"$T/told"
	awk -v told="$T/told" '
	/^@ / { row = substr($0, 3); but = ""; next }
	/^@failed$/ { printf "%s", but; next }
	/^Figures made again/ { print >told }
	/^No figure of it is made again/ { print row ": nothing of it is counted again" }
	/BUT/ { but = but row ": " $0 "\n" }
	{
		s = $0
		gsub(/[\200-\277]/, "", s)
	}
	length(s) > 80 && !/^  \$ / && !/ SHA-256 / {
		print row ": a line over 80 columns: " $0
	}' "$T/all" >>"$T/bad"
	is "$(head -n 30 "$T/bad")" '' "$1: rows of every table are told and counted again"
}

figures() { awk '{ sub(";", "", $4); n += $4 } END { print n + 0 }' "$T/told"; }

report sample corpus/sample
ask sample "${ROWS:-2}" 1
is "$(($(figures) > 150))" 1 'hundreds of figures were made again'
is "$(awk 'FNR == 2 && FILENAME !~ /PROVENANCE/ { n++ } END { print n }' \
	"$T"/reports/sample/*.tsv)" "$(draw sample 1 1 | wc -l)" 'of all tables'

# All that is said has its French.
{
	sed -nE 's/^(count|told) [^ ]+ //p; t; s/^(what|note|show) //p; t; s/^list .* : //p' \
		pipeline/why/*.why
	cat stages/show/why/*.c | perl -0777 -ne '
		s/"\s+"//g;
		print "$1\n" while /wording_say\(\s*[a-z>-]+,\s*"([^"]+)"/g'
} | sort -u >"$T/said"
cut -f 1 pipeline/why/fr.tsv | sed 1d | sort -u >"$T/known"
is "$(comm -23 "$T/said" "$T/known")" '' 'all that is said has its French'
is "$(comm -13 "$T/said" "$T/known")" '' 'and no more'

# Lines of the pages: each shows a row, or several, or none.
: >"$T/bad"
for file in "$T"/reports/sample/*.txt "$T"/reports/sample/sheets/2021-02-02*.txt; do
	awk 'NR % 8 == 1 { print NR }' "$file" | while IFS= read -r at; do
		rc=0
		why -d "$T/work/sample" -n 1 "$file:$at" 2>"$T/err" || rc=$?
		echo "@ $rc"
		case $rc in 0 | 2) ;; *) { echo "$file:$at"; cat "$T/err"; } >>"$T/bad" ;; esac
	done
done | awk '
/ask for one of them/ { several = 1 }
/^@ / {
	print $2 == 2 ? "none" : $2 != 0 ? "other" : several ? "several" : "one"
	several = 0
}' >"$T/kinds"
is "$(head -n 30 "$T/bad")" '' 'lines of pages lead to rows, and these are counted again'
is "$(sort "$T/kinds" | uniq -c | awk '{ print $2, ($1 > 5) }' | tr '\n' ' ')" \
	'none 1 one 1 several 1 ' 'many of them'
line=$(grep -n '^sous-préfectures  ' "$T/reports/sample/specificities-speaker.txt" | head -n 1)
is "$(why -d "$T/work/sample" "$T/reports/sample/specificities-speaker.txt:${line%%:*}" |
	sed -n 's/^  ngram *//p')" sous-préfectures 'the row of a line'

# A figure that is not the corpus's.
cp -r "$T/reports/sample" "$T/reports/wrong"
awk 'BEGIN { FS = OFS = "\t" } NR == 2 { $4++ } { print }' \
	"$T/reports/sample/specificities-speaker.tsv" >"$T/reports/wrong/specificities-speaker.tsv"
rc=0
why -d "$T/work/sample" "$T/reports/wrong/specificities-speaker.tsv:2" >"$T/out" 2>"$T/err" || rc=$?
is "$rc" 1 'a figure that was changed is found'
is "$(grep -c 'NOT as the table has them: 3' "$T/out")" 1 'and what is made of it'

# The lines of the places are those of the sources.
why -d "$T/work/sample" -f tsv "$T/reports/sample/types.tsv" type=maire >"$T/places"
is "$(sed 1d "$T/places" | wc -l)" \
	"$(awk -F '\t' '$1 == "maire" { print $3 }' "$T/reports/sample/types.tsv")" \
	'as a table: all places'
is "$(sed 1d "$T/places" | cut -f 3,4,6 | while IFS='	' read -r file line node; do
	f=corpus/sample/$file
	[ -f "$f" ] || f=corpus/sample/discours/$file
	sed -n "${line}p" "$f" | grep -q "$node" || echo "$file:$line: no $node"
done)" '' 'the word stands in each line of the sources that is told'

# What it runs can be run again by who reads it.
why -d "$T/work/sample" "$T/reports/sample/types.tsv" type=maire |
	awk '/^  \$ places/ { on = 1; sub(/^  \$ /, "") } on { print } !/\\$/ { on = 0 }' >"$T/run"
is "$(sh "$T/run" 2>&1 | sed 1d | wc -l)" "$(sed 1d "$T/places" | wc -l)" \
	'the pipeline that is shown gives the same'

study() { # NAME ROWS
	report "$1" "$T/$1"
	ask "$1" "$2" 7
}
if [ -d "$corpora/politique-generale" ]; then
	mkdir "$T/declarations" "$T/parliament" "$T/debates"
	cp "$corpora"/politique-generale/*.txt "$T/declarations"
	cat >"$T/declarations/study.mk" <<'END'
READ  = read-text -p '{speaker}_{date:%d_%m_%Y}'
COUNT = stem
PARTS = speaker year id
PIVOTS = travailleurs nation
SEGMENTS = -m 2 -u s
COMPARE = -a 'year>=1980'
AGAINST = earlier: year<2000 | later: year>=2000
END
	cp "$corpora"/parlamint/*.xml "$T/parliament"
	cat >"$T/parliament/study.mk" <<'END'
TEXTS = $(call texts,*.xml)
READ  = read-tei
PARTS = speaker
END
	cp "$corpora"/assemblee-2013/txt/*.txt "$T/debates"
	cat >"$T/debates/study.mk" <<'END'
READ  = read-text -S -u speaker
PARTS = speaker
END
	chmod -R u+w "$T"
	study declarations 1
	study parliament 1
	study debates 1
else
	skip 'three more studies' "no texts in $corpora"
fi
plan
