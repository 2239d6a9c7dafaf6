#!/bin/sh
# What zstd(1) packed is read as it is, and --output=FILE.zst packs; prints TAP.
set -u
. tests/tap.sh

perl -e '
srand 3;
print "<!-- #vrt positional-attributes: form -->\n";
for my $i (1 .. 40) {
	print "<speech id=\"s$i\">\n<s>\n";
	print "m", int(9000 * rand() ** 3), "\n" for 1 .. 5000;
	print "</s>\n</speech>\n";
}' >"$T/in.vrt"
zstd -q "$T/in.vrt" -o "$T/in.vrt.zst"
ngrams -q "$T/in.vrt" >"$T/want"

# run NAME COMMAND: gives what the plain stream gives
same_as_plain() {
	is "$(sh -c "$2" 2>&1 | cmp - "$T/want" 2>&1)" '' "$1"
}
cd "$T" || exit 2
same_as_plain 'a packed file' 'ngrams -q in.vrt.zst'
same_as_plain 'a packed file of another name' 'cp in.vrt.zst x; ngrams -q x'
same_as_plain 'through a pipe, a byte first' \
	'{ head -c 1 in.vrt.zst; sleep .1; tail -c +2 in.vrt.zst; } | ngrams -q'
same_as_plain 'two frames, cut within a line' \
	'{ head -c 99999 in.vrt | zstd -q; tail -c +100000 in.vrt | zstd -q; } | ngrams -q'
same_as_plain 'a small window, a high level' 'zstd -q -19 --zstd=wlog=10 <in.vrt | ngrams -q'
same_as_plain 'packed beside plain' \
	'head -n 5005 in.vrt >a.vrt; { head -n 1 in.vrt; tail -n +5006 in.vrt; } | zstd -q >b.zst; ngrams -q a.vrt b.zst'
is "$(printf 'Une loi \351gale\n' | zstd -q | read-text -q -e latin1 | grep -c 'égale')" 1 \
	'packed and of another encoding'
same_as_plain 'written packed' 'ngrams -q --output=n.tsv.zst in.vrt; zstd -dcq n.tsv.zst'
is "$(ls n.tsv.zst*)" n.tsv.zst 'and nothing beside it'
is "$(zstd -lv n.tsv.zst 2>/dev/null | grep -c 'Check: XXH64')" 1 'with a sum of its bytes'
same_as_plain 'tables packed' 'merge -q n.tsv.zst'
same_as_plain 'stored' 'TRIBUNE_STORED=yes ngrams -q --output=s.tsv.zst in.vrt; zstd -dcq s.tsv.zst'
same_as_plain 'tables stored' 'merge -q s.tsv.zst'
is "$(zstd -lv s.tsv.zst 2>/dev/null | grep -c 'Check: XXH64') $(($(stat -c %s s.tsv.zst) > $(stat -c %s want)))" '1 1' \
	'with a sum of its bytes, and not packed'
ngrams -q --output=plain.zst.tsv in.vrt
same_file plain.zst.tsv want 'a name with .zst in its middle is plain'

# fails NAME STATUS MESSAGE COMMAND
fails() {
	sh -c "$4" >out 2>err
	is "$? $(cat err)" "$2 $3" "$1"
}
size=$(stat -c %s in.vrt.zst)
for k in 4 5 9 100 50000 $((size - 4)) $((size - 1)); do
	head -c "$k" in.vrt.zst >cut.zst
	fails "cut after $k of $size bytes" 1 'ngrams: cut.zst: what zstd packed is cut off' \
		'ngrams -q cut.zst'
done
perl -e 'local $/; $_ = <>; substr($_, length() - 2, 1) ^= "\1"; print' in.vrt.zst >bad.zst
fails 'a sum that is wrong' 1 \
	"ngrams: bad.zst: zstd cannot unpack it: Restored data doesn't match checksum" 'ngrams -q bad.zst'
{ cat in.vrt.zst; echo more; } >tail.zst
fails 'text behind the frame' 1 \
	'ngrams: tail.zst: zstd cannot unpack it: Unknown frame descriptor' 'ngrams -q tail.zst'
zstd -q </dev/null >empty.zst
fails 'nothing in it' 1 'ngrams: empty.zst: empty input' 'ngrams -q empty.zst'
fails 'bytes that are no text' 1 \
	'ngrams: <stdin>:1: byte 3: NUL byte: not a text (UTF-16? convert it first: iconv -f UTF-16 -t UTF-8)' \
	'printf "ab\0" | zstd -q | ngrams -q'
fails 'ranges are sought in plain files' 1 \
	'merge: n.tsv.zst: packed by zstd: option -R finds no rows there' 'merge -q -R 1/2 n.tsv.zst'
fails 'a full disk' 3 'ngrams: standard output: File too large' \
	'ulimit -f 1; trap "" XFSZ; ngrams -q --output=big.zst in.vrt'
is "$(ls big.zst* 2>/dev/null)" '' 'and leaves nothing'
cd "$top" || exit 2
plan
