#!/bin/sh
# labels.sh - the same tables as pictures by plot, R, FactoMineR, ca, igraph and
# gnuplot: how many labels can be read; a table on stdout.  What is not
# installed is left out with a message.
set -eu
export LC_ALL=C.UTF-8
[ -f bench/labels.sh ] || {
	echo 'labels.sh: run it from the top folder' >&2
	exit 2
}
B=${B:-build}
d=$B/bench/labels
case $B in /*) PATH=$B/bin:$PATH ;; *) PATH=$PWD/$B/bin:$PATH ;; esac
export PATH
mkdir -p "$d"
python=$(command -v /usr/bin/python3 || command -v python3)
words=reports/sample/words-speaker.tsv
stop=pipeline/stoplists/fr/grammaire.txt

has_r() { # PACKAGE
	command -v Rscript >"$d/null" && Rscript -e "library($1)" >"$d/null" 2>&1
}

has() { # PROGRAM OR PACKAGE
	case $1 in
	gnuplot) command -v gnuplot >"$d/null" && return ;;
	*) has_r "$1" && return ;;
	esac
	echo "labels.sh: $1 is not installed: left out" >&2
	return 1
}

# The counts of the terms that make the first two axes most; parts get short
# names, for all draw those.
cut_table() { # TERMS
	factors -q -m 5 $words |
		awk -F '\t' '$1 == "term" { print $8 + $11 "\t" $2 }' |
		sort -k 1,1gr -k 2,2 | head -n "$1" | cut -f 2 >"$d/terms"
	awk -F '\t' -v OFS='\t' 'NR == FNR { keep[$1]; next }
		FNR == 1 { print; next }
		$3 in keep {
			if (!($1 in part)) part[$1] = "P" ++n
			$1 = part[$1]
			print
		}' "$d/terms" $words >"$d/counts.tsv"
	factors -q -m 1 "$d/counts.tsv" >"$d/factors.tsv"
	awk -F '\t' '$1 ~ /^(part|term)$/ { print $2 }' "$d/factors.tsv" >"$d/names"
}

# The size that plot gives the picture is that of all.
draw_map() { # TERMS
	plot -q map -k "$1" -l name "$d/factors.tsv" >"$d/plot.svg"
	size=$(sed -n 's/.*viewBox="0 0 \([0-9.]*\) \([0-9.]*\)".*/\1 \2/p' "$d/plot.svg" | head -n 1)
	count plot "$d/plot.svg"
	! has gnuplot || for points in 12 8; do
		awk -F '\t' '$1 ~ /^(part|term)$/ { print $7 "\t" $10 "\t" $2 }' "$d/factors.tsv" >"$d/points"
		gnuplot -e "folder='$d'; width='${size% *}'; height='${size#* }'; points='$points'" bench/labels.gp
		count "gnuplot, $points points" "$d/gnuplot.svg"
	done
	! has graphics || for points in 12 8; do
		for how in base ca FactoMineR FactoMineR-autoLab; do
			[ $how = base ] || has ${how%-*} || continue
			# shellcheck disable=SC2086
			Rscript bench/labels.R $how "$points" $size "$d" >"$d/null" 2>&1 ||
				echo "labels.sh: $how failed" >&2
			count "$how, $points points" "$d/$how.pdf"
		done
	done
}

draw_network() { # WORDS
	for f in corpus/sample/discours/*.txt; do echo "$f"; done |
		xargs read-text -q | tokenise -q >"$d/stream"
	cooccurrents -q -A -w s -n "$1" -i S -l $stop -T -f edges "$d/stream" >"$d/edges.tsv"
	awk -F '\t' 'NR > 1 { print $1; print $2 }' "$d/edges.tsv" | sort -u >"$d/names"
	plot -q network "$d/edges.tsv" >"$d/plot.svg"
	size=$(sed -n 's/.*viewBox="0 0 \([0-9.]*\) \([0-9.]*\)".*/\1 \2/p' "$d/plot.svg" | head -n 1)
	count plot "$d/plot.svg"
	! has igraph || for points in 12 8; do
		for how in igraph igraph-small; do
			# shellcheck disable=SC2086
			Rscript bench/labels.R $how "$points" $size "$d" >"$d/null" 2>&1
			count "$how, $points points" "$d/$how.pdf"
		done
	done
}

count() { # WHAT FILE
	"$python" bench/labels.py "$picture" "$1" "$d/names" "$2"
}

printf 'picture\twhat\tlabels\treadable\tin_key\tover\tcut\tabsent\n'
for n in 40 100 300; do
	picture="map of $n terms"
	cut_table $n
	draw_map $n
done
for n in 30 60; do
	picture="network of $n words"
	draw_network $n
done
