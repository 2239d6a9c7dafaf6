#!/bin/sh
# One small stream through every program that counts its words: they all count
# the same ones (tokens.5); prints TAP.
set -u
. tests/tap.sh
cd "$T" || exit 2

# A gap, text outside speeches on both sides of one, a mark and a number,
# entities written in two ways, an empty cell, a speech without a word.
tr ' @' '\t ' >body <<-'EOF'
	avant w avant
	. p .
	<speech@id="a"@who="x">
	<s>
	R&amp;D w r&amp;d
	R&#38;D w r&#38;d
	12 n 12
	<gap@n="2"/>
	vide w 
	loi w loi
	! p !
	</s>
	</speech>
	entre w entre
	<speech@id="b"@who="y">
	<s>
	loi w loi
	</s>
	</speech>
	<speech@id="c"@who="x">
	</speech>
EOF
mark='<!-- #vrt positional-attributes: word'
{ echo "$mark kind form -->"; cat body; } >kinds.vrt
{ echo "$mark form -->"; sed 's/	[wnp]	/	/' body; } >bare.vrt

# Words and types as PROGRAM counts them; - where it does not tell types.
words() { # PROGRAM FILE
	case $1 in
	ngrams)
		ngrams "$2" | awk -F '\t' '
		NR > 1 && $2 == "" { w = $3 }
		END { print w, NR - 2 }' ;;
	types)
		types "$2" | awk -F '\t' '
		NR > 1 { w += $3 }
		END { print w, NR - 1 }' ;;
	stats)
		stats -t "$2" | awk -F '\t' '
		NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i }
		$1 == "*" { print $at["words"], $at["forms"] }' ;;
	richness)
		richness -g "$2" | awk -F '\t' 'NR == 2 { print $3, $4 }' ;;
	growth)
		growth "$2" | awk -F '\t' 'END { print $1, $2 }' ;;
	mtx)
		export-to -f mtx -O m "$2" && awk '
		NR == 2 { n = $2 }
		NR > 2 { w += $3 }
		END { print w, n }' m.mtx ;;
	distance)
		distance -b who -w 1 "$2" 2>&1 >dist |
			sed -n 's/.*chunks of 1 words: \([0-9]*\);.*/\1 -/p' ;;
	segments)
		if [ "$2" = bare.vrt ]; then
			segments -D '~' "$2"
		else
			segments -D '~' -k w "$2"
		fi 2>&1 >segs |
			sed -n 's/.* words: \([0-9]*\);.*/\1 -/p' ;;
	esac 2>"$1.notes"
}

agree() { # FILE WORDS TYPES
	for p in ngrams types stats richness growth mtx distance segments; do
		got=$(words "$p" "$1")
		case $got in
		*-) is "$got" "$2 -" "$1: words of $p" ;;
		*) is "$got" "$2 $3" "$1: words and types of $p" ;;
		esac
	done
}

agree kinds.vrt 6 4
agree bare.vrt 9 7

# The part NA holds what is outside, and nothing else does.
is "$(ngrams -q -b id kinds.vrt | awk -F '\t' '$3 == "" { print $1, $4 }')" \
	"NA 2
a 3
b 1" 'ngrams: the words of each part'
is "$(richness -q -i ttr kinds.vrt | cut -f 1,2 | sort)" \
	"NA	2
a	3
b	1
c	0
part	words" 'richness: the words of each part'
is "$(stats -q kinds.vrt | cut -f 1,3)" \
	"part	words
NA	2
a	3
b	1
c	0" 'stats: the words of each part'

# One wording.
empty="1 token without a value in the column 'form': not counted"
bare="no column 'kind': every token counts"
tell() { # PROGRAM ARGS ...
	p=$1
	for f in kinds.vrt bare.vrt; do
		"$@" "$f" 2>&1 >/dev/null | sed -n "s/^$p: //p" |
			grep -cxF -e "$empty" -e "$bare"
	done | tr '\n' ' '
}
for p in ngrams types stats richness readability growth segments; do
	is "$(tell "$p")" '1 2 ' "$p: notes on empty cells and on kinds"
done
is "$(tell export-to -f wide)" '1 2 ' 'export-to: the same'
is "$(tell distance -b who -w 1)" '1 2 ' 'distance: the same'
is "$(tell cooccurrents -A)" '1 2 ' 'cooccurrents: the same'
is "$(tell classes -P)" '1 2 ' 'classes: the same'

# Kinds that are asked for need the column.
refuse() { # PROGRAM ARGS ...
	"$@" -k w bare.vrt >/dev/null 2>err
	is "$? $(sed 's/^[^:]*: //' err)" \
		"1 bare.vrt:1: no column 'kind'; there are: word form" \
		"$1 -k w: an error without kinds"
}
refuse ngrams
refuse types
refuse segments
refuse cooccurrents -A
refuse classes
refuse export-to -f wide
plan
