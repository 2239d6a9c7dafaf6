#!/bin/sh
# Shards: twenty changes to a study, one after the other, each compared byte for
# byte with a run from nothing; how many shards a change touches; counts that are
# merged are those of the whole; prints TAP.
set -u
. tests/tap.sh

study=$T/study
mkdir "$study"
cat >"$study/study.mk" <<'END'
CLASSES = no
SHARD   = 8
END

# Texts of random words, years and speakers: the same each time.
text() { # NUMBER SEED
	awk -v n="$1" -v seed="$2" 'BEGIN {
		srand(seed)
		m = split("loi paix travail école commune hôpital budget énergie route " \
			"forêt enfant service impôt retraite santé culture", w, " ")
		printf "Titre : Discours %d\nDate : %d-03-04\nOrateur : %s\n\n", n,
			2019 + int(rand() * 4), rand() < .5 ? "Alix Berne" : "Noé Sarran"
		for (i = 0; i < 6; i++) {
			printf "Nous voulons"
			for (k = 0; k < 6; k++)
				printf " la %s et", w[1 + int(rand() * m)]
			print " la loi."
		}
	}' >"$study/texte-$1.txt"
}

# The counts and figures that all others are made of.
tables='corpus.vrt words-id.tsv.zst words-speaker.tsv themes-units.tsv.zst
	ngrams.tsv types.tsv speeches.tsv'
counts() { # NAME
	for table in $tables; do
		printf '%s ' "$T/$1/work/$table"
	done
}

# make, in a folder of its own; MANY is from how many shards on counts are merged.
# (One run at a time, so that nobody has to wait for another's lock.)
# What shards are held against is made of one shard, all texts of which go through
# each program at once: SHARD=1000.
run() { # NAME GOALS [VARIABLE=VALUE ...]
	name=$1
	goals=$2
	shift 2
	# shellcheck disable=SC2086 # a list; mktemp gives no blanks
	make_study $goals LOCKED=study STUDY="$study" \
		NAME=shards W="$T/$name/work" OUT="$T/$name/out" MANY=2 "$@" \
		</dev/null >"$T/log" 2>&1 || {
		fail "make $name" "$(tail -n 20 "$T/log")"
		return 1
	}
}

k=0
while [ $k -lt 24 ]; do
	k=$((k + 1))
	text $k $k
done
run edited reports || { plan; exit; }
is "$(wc -l <"$T/edited/work/shards.list" | awk '{ print ($1 > 2) }')" 1 'there are several shards'
run whole reports SHARD=1000
same=$(diff -r "$T/edited/out" "$T/whole/out" -x PROVENANCE.tsv)
is "$same" '' 'counts of shards, merged, are those of the whole'

# A change: another text, one more, one less, all by number.
change() { # STEP
	case $(($1 % 4)) in
	0) text $((30 + $1)) "$1" ;;
	1) rm -f "$study/texte-$(($1 * 7 % 24 + 1)).txt" ;;
	2) text $(($1 * 5 % 24 + 1)) $((100 + $1)) ;;
	3) text $((60 - $1)) $((200 + $1)) && echo 'Une phrase de plus.' >>"$study/texte-$((60 - $1)).txt" ;;
	esac
}

step=0
most=0
differ=
one=
while [ $step -lt 20 ]; do
	step=$((step + 1))
	change $step
	: >"$T/stamp"
	sleep 0.02
	run edited "$(counts edited)" || break
	touched=$(find "$T/edited/work/shards" -name "*.vrt.zst" -newer "$T/stamp" | wc -l)
	[ "$(wc -l <"$T/edited/work/shards.list")" -gt 1 ] || one=$one$step
	[ "$touched" -le "$most" ] || most=$touched
	rm -rf "$T/fresh"
	run fresh "$(counts fresh)" SHARD=1000 || break
	# (The header of a stream stands before each shard.)
	awk 'NR == 1 { header = $0 } NR == 1 || $0 != header' "$T/edited/work/corpus.vrt" |
		cmp -s - "$T/fresh/work/corpus.vrt" || differ="$differ $step:corpus.vrt"
	for table in ${tables#corpus.vrt}; do
		cmp -s "$T/edited/work/$table" "$T/fresh/work/$table" ||
			differ="$differ $step:$table"
	done
done
run edited reports
run fresh reports SHARD=1000
is "$step $one" '20 ' 'twenty changes, always of several shards'
is "$differ" '' 'after each the bytes of a run from nothing'
is "$(diff -r "$T/edited/out" "$T/fresh/out")" '' 'and the same reports in the end'
is "$((most >= 1 && most <= 2))" 1 "a change touches one shard or two"

# Which shard a text is in follows from the names: another order of the clock, or
# another folder, makes the same shards.
cp -R "$study" "$T/elsewhere"
study=$T/elsewhere
touch -d 2001-01-01 "$study"/*.txt
run elsewhere reports
is "$(diff "$T/elsewhere/work/shards.list" "$T/edited/work/shards.list")" '' \
	'the same shards elsewhere'
is "$(diff -r "$T/elsewhere/out" "$T/edited/out")" '' 'and the same reports'

# An id that two shards have.
rm "$study"/*.txt
for k in 1 2 3 4 5 6 7 8 9; do
	printf 'id : meme%s\n\nUne loi.\n' "$((k % 8))" >"$study/id-$k.txt"
done
make_study reports STUDY="$study" NAME=shards \
	W="$T/elsewhere/work" OUT="$T/elsewhere/out" SHARD=1 </dev/null >"$T/log" 2>&1 &&
	fail 'an id twice'
is "$(grep -c 'the speech id meme1 comes twice' "$T/log")" 1 'an id that two shards have is refused'
plan
