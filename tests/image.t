#!/bin/sh
# What was read, in a file (lib/base/image.h), gives what reading gives, and only for what it
# was made of; prints TAP.
set -u
. tests/tap.sh

# A program with an image beside it, data of its own.
mkdir -p "$T/bin" "$T/share/tribune"
cp "$(command -v themes)" "$T/bin/"
cp -R pipeline "$T/data"
image=$T/share/tribune/themes.image
mkdir "$T/images"
cp "$B"/share/tribune/*.image "$T/images/" || exit 2
cp "$T/images/themes.image" "$image"
cp "$(command -v tag)" "$(command -v lemmatise)" "$T/bin/"
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
is "$(TRIBUNE_DATA=$T/data bin/themes -r in.vrt 2>&1 >/dev/null | grep -c 'never counts')" 0 \
	'no entry of the bundled dictionary repeats another'

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

# tag and lemmatise: weights, and hunspell's dictionary.
tagged() { # OPTIONS
	TRIBUNE_DATA=$T/data bin/tag -q "$@" in.vrt 2>&1
}
lemmatised() { # OPTIONS
	TRIBUNE_DATA=$T/data bin/lemmatise -q "$@" in.vrt 2>&1
}
both() {
	tagged
	tagged -X
	lemmatised
}
both >want
is "$(($(wc -l <want) > 40000))" 1 'lines without images'
for i in tags stems; do
	cp "images/$i.image" share/tribune/
	both >got
	same_file got want "the same with $i.image"
done
image=share/tribune/tags.image
cp "$image" kept
# (lemmas of forms, in the weights as text)
changed() {
	perl -0pe 's/pouvoir\0/pouvoiR\0/g; s/loi\0/loI\0/g' kept
}
heard() {
	tagged -X | grep -c '	loI	'
}
is "$(heard)" 0 'no such lemma'
changed >"$image"
is "$(($(heard) > 0))" 1 'the weights of the image are those that count'
for size in 0 7 24 4000 $(($(stat -c %s kept) - 1)); do
	changed | head -c "$size" >"$image"
	is "$(heard)" 0 "cut after $size bytes: they are not"
done
changed >"$image"
echo '# other weights' >>data/weights/fr/tags.weights
is "$(heard)" 0 'of other weights: they are not'
cp "$top/pipeline/weights/fr/tags.weights" data/weights/fr/
rm "$image" && mkdir "$image"
is "$(heard)" 0 'a folder: they are not'
rmdir "$image" && cp kept "$image"

# Another dictionary, by its bytes or by its name.
image=share/tribune/stems.image
cp "$image" kept
dic=$(find /usr/share/hunspell -name 'fr*.dic' -type f | head -n 1)
cp "$dic" own.dic && cp "${dic%.dic}.aff" own.aff
cp kept "$image"
lemmatised -d own.dic >want
perl -0pe 's/(\nloi\/[^\n]*po:)nom/${1}adj/' kept >"$image"
lemmatised -d own.dic >got
is "$(cmp -s got want || echo other)" other 'of a dictionary of the same bytes it is'
for f in own.dic own.aff; do
	cp "$f" copy
	echo >>"$f"
	lemmatised -d own.dic >got
	same_file got want "another $f: it is not"
	cp copy "$f"
done
cd "$top" || exit 2
plan
