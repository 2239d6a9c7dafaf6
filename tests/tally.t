#!/bin/sh
# The making of a shard (pipeline/shard.sh) counts tokens from one program of a
# pipe to the next; prints TAP.
set -u
. tests/tap.sh

mkdir -p "$T/study" "$T/work/names" "$T/bin"
printf 'Les lois votées.\n\nLa loi vote.\n' >"$T/study/a.txt"
printf 'Une autre loi.\n' >"$T/study/b.txt"
export W="$T/work" STUDY="$T/study"

# shard EACH WHOLE: two readings, one stream; what is said, and the exit status.
shard() {
	cat >"$T/s.recipe" <<-EOF
	# $(sha256sum <"$STUDY/a.txt" | cut -d " " -f 1) a.txt
	each $1
	whole $2
	read read-text
	text a.txt
	read read-text
	text b.txt
	EOF
	rm -f "$T/s.vrt.zst"
	bash pipeline/shard.sh "$T/s.recipe" "$T/s.vrt.zst" 2>&1
	echo "exit $?"
	(cd "$T" && for f in s.vrt*; do [ ! -f "$f" ] || echo "$f"; done)
}

# A program that loses a token behind its back, or adds one.
faulty() { # PROGRAM SCRIPT_OF_SED
	printf '#!/bin/sh\n%s "$@" | sed "%s"\n' "$(command -v "$1")" "$2" >"$T/bin/$1"
	chmod +x "$T/bin/$1"
	PATH=$T/bin:$PATH
}

good='exit 0
s.vrt.zst'
is "$(shard 'tokenise | stem' 'keep -q -k w')" "$good" 'a pipe that loses nothing'
zstd -dqc "$T/s.vrt.zst" >"$T/got"
(cd "$T/study" && read-text a.txt | tokenise | stem
	read-text b.txt | tokenise | stem) | keep -q -k w >"$T/want"
same_file "$T/got" "$T/want" 'its stream is that of the pipe'
is "$(shard 'tokenise' "keep -q -p '^l' -a 'p.type!=x | y'")" "$good" \
	'a pipe sign in an argument'
is "$(shard 'tokenise | sed /^Les/d | stem' 'sed /^la/d | keep -q')" "$good" \
	'what stands between may be another program, which does what it likes'
is "$(faulty stem /votées/d; shard 'tokenise | stem | lemmatise -q' 'keep -q')" \
	"tribune: s.vrt.zst: lemmatise read 7 tokens, but stem wrote 8
exit 1" 'a token that is lost within a pipe'
is "$(faulty lemmatise /Une/p; shard 'tokenise | lemmatise -q' 'keep -q')" \
	"tribune: s.vrt.zst: keep read 13 tokens, but lemmatise wrote 12
exit 1" 'one too many, between the readings and all of them'
is "$(faulty tokenise 's/^<speech/&/;/^autre/d'; shard 'tokenise | stem' 'keep -q')" \
	"tribune: s.vrt.zst: stem read 3 tokens, but tokenise wrote 4
exit 1" 'in the second reading'
is "$(shard 'tokenise | false' 'keep -q' | tail -n 1)" 'exit 1' \
	'a program that fails is told as before'
plan
