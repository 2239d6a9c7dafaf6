#!/bin/sh
# The pictures of studies: of those whose pages are here (reports/, by the unit
# test show/plot/studies) and, where the corpora are, of tables made of theirs:
# no text over another, none beyond the frame, 5 % of 40 labels in the key at
# most; prints TAP.
set -u
. tests/tap.sh

looks="$B/tests/show/plot/studies"
corpora=${CORPORA:-../shared/corpora}
stop=pipeline/stoplists/fr/grammaire.txt

# The pictures of a stream as one page: a kind, its options and its table each.
draw() { # ATTRIBUTE STREAM >PAGE
	dir="$T/tables"
	rm -rf "$dir" && mkdir "$dir"
	ngrams -q -c form -b id "$2" >"$dir/words"
	stats -q -a speaker,year "$2" >"$dir/speeches"
	factors -q -g "$1" -t 0.1 -d "$dir/speeches" "$dir/words" >"$dir/factors"
	themes -q -b id "$2" >"$dir/themes"
	rates -b "$1" -d "$dir/speeches" "$dir/themes" | grep -v / |
		awk -F '\t' 'NR > 1 && !($1 in seen) { if (++n > 60) exit; seen[$1] } 1' >"$dir/rates"
	rates -g "$dir/themes" | grep -v / >"$dir/all"
	cluster -q -g "$1" -t 0.1 -d "$dir/speeches" "$dir/words" >"$dir/cluster"
	cooccurrents -q -A -w 10 -n 60 -i S -l $stop -T -f edges -O "$dir/ties" "$2" >"$dir/edges"
	progression -q -p france -p de -p ministre "$2" >"$dir/places"
	growth -q -O "$dir/growth" "$2" >"$dir/points"
	{
		plot -q map -k 40 "$dir/factors"
		plot -q map -k 40,0 "$dir/factors"
		plot -q map -k 100 -W 700 -f fr "$dir/factors"
		plot -q heat -c theme,part,rate -p 1 "$dir/rates"
		plot -q dots -c theme,rate,low,high -f fr "$dir/all"
		plot -q tree -t 0 "$dir/cluster"
		plot -q network -d "$dir/ties.communities.tsv" "$dir/edges"
		plot -q network -W 280 "$dir/edges"
		plot -q strips "$dir/places"
		plot -q curve -c words,types "$dir/points"
		plot -q curve -L xy -c rank,freq "$dir/growth.ranks.tsv"
	} >"$T/page.html"
}

look() { # NAME ATTRIBUTE READER OPTIONS FILE ...
	name=$1
	by=$2
	shift 2
	n=$((n + 1))
	if [ ! -e "$(eval "echo \${$#}")" ]; then
		echo "ok $n - $name # SKIP no corpus"
		return
	fi
	"$@" 2>"$T/err" | tokenise -q | stem -q >"$T/stream"
	draw "$by" "$T/stream"
	rc=0
	"$looks" "$T/page.html" >"$T/said" 2>&1 || rc=$?
	grep '^# .*in the key' "$T/said" | sed "s,^# .*:,# $name:,"
	if [ $rc -eq 0 ] && [ "$(grep -c '<svg' "$T/page.html")" -eq 11 ]; then
		echo "ok $n - $name"
	else
		echo "not ok $n - $name"
		grep -v '^ok' "$T/said" | sed 's/^/# /' | head -n 20
	fi
}

look sample speaker read-text -q corpus/sample/discours/*.txt
look politique-generale speaker read-text -q "$corpora"/politique-generale/*.txt
look debats-fredsum speaker read-text -q -u speaker "$corpora"/debats-fredsum/*.txt
look assemblee-2013 speaker read-tei -q -u speaker "$corpora"/assemblee-2013/xml/*.xml
look parlamint speaker read-tei -q "$corpora"/parlamint/*.xml
look pas-de-calais part read-dump -q "$corpora"/pas-de-calais/*.txt
plan
