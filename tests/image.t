#!/bin/sh
# The bundled dictionary as it was read (count/common/dict_image.h) gives what the table gives,
# and only for what it was made of; prints TAP.
set -u
. tests/tap.sh

# A program with an image beside it, data of its own.
mkdir -p "$T/bin" "$T/share/tribune"
cp "$(command -v themes)" "$T/bin/"
cp -R pipeline "$T/data"
image=$T/share/tribune/themes.image
cp "$B/share/tribune/themes.image" "$image" || exit 2
table=$T/data/themes/fr/politique.tsv
read-text -q corpus/sample/*.txt | tokenise -q | stem -q >"$T/in.vrt"
cd "$T" || exit 2
counted() { # OPTIONS
	TRIBUNE_DATA=$T/data bin/themes -q "$@" in.vrt 2>&1
}

mv "$image" kept
for o in -r -p -u '-b id' '-z -b id' '-p -n 20' -I -H -a; do
	# shellcheck disable=SC2086 # several
	counted $o
done >want
cp kept "$image"
for o in -r -p -u '-b id' '-z -b id' '-p -n 20' -I -H -a; do
	# shellcheck disable=SC2086 # several
	counted $o
done >got
same_file got want 'tables with and without it'
is "$(($(wc -l <got) > 3000))" 1 'of hits'

# Is it looked at?  One of the same key whose themes have other names tells.
perl -0pe 's/santé/sAnté/g' kept >"$image"
is "$(counted | grep -q sAnt && echo 1)" 1 'it is what is counted by'

# the table is read, not the image
other() { # WHY
	is "$(counted | grep -c sAnt)" 0 "$1: it is not"
}
for size in 0 7 24 400 $(($(stat -c %s kept) - 1)); do
	perl -0pe 's/santé/sAnté/g' kept | head -c "$size" >"$image"
	other "cut after $size bytes"
done
perl -0pe 's/santé/sAnté/g' kept >"$image"
echo >>"$image"
other 'a byte behind it'
perl -0pe 's/santé/sAnté/g' kept >"$image"
for f in rules/fr/abbreviations.txt rules/fr/compounds.txt rules/fr/starters.txt \
	rules/fr/stem-overrides.tsv themes/fr/politique.tsv; do
	cp "data/$f" copy
	case $f in
	*.tsv) tail -n 1 copy | sed 's/[^	]*$/zzz/; s/^zzz$/&	z/' >>"data/$f" ;;
	*) echo zzz. >>"data/$f" ;;
	esac
	other "another $f"
	cp copy "data/$f"
	is "$(counted | grep -q sAnt && echo 1)" 1 'as before'
done
for o in -I -H -a "-R $T/rules"; do
	mkdir -p rules
	cp data/rules/fr/* rules/
	echo zz. >>rules/abbreviations.txt
	# shellcheck disable=SC2086 # two words
	is "$(counted $o | grep -c sAnt)" 0 "$o: it is not"
done
cp "$image" x && rm "$image" && mkdir "$image"
other 'a folder'
rmdir "$image" && mkfifo "$image"
other 'a pipe'
rm "$image"
cp x "$image"
sed '5s/^/bad\ttoo\tmany\t/' "$table" >bad.tsv
is "$(counted -d bad.tsv)" 'themes: bad.tsv:5: 5 columns where the header names 2' \
	'a table that is none is told with its line'
cd "$top" || exit 2
plan
