#!/bin/sh
# What a study's files depend on: texts that go or come from elsewhere, values
# of variables, parts that are no longer wanted; two runs at once; many texts;
# names like options; what the provenance says; prints TAP.
set -u
. tests/tap.sh

study=$T/study
work=$T/work
out=$T/out

# make GOAL with variables, without what an outer make has set.
run() { # GOAL [VARIABLE=VALUE ...]
	rc=0
	make_study "$@" \
		STUDY="$study" W="$work" OUT="$out" </dev/null >"$T/log" 2>&1 ||
		rc=$?
	[ $rc -eq 0 ] || fail "make $*" "$(tail -n 20 "$T/log")"
}

ids() { cut -f 1 "$out/speeches.tsv" | sed 1d | tr '\n' ' '; }

text() { # NAME DATE SPEAKER TEXT
	printf 'Titre : %s\nDate : %s\nOrateur : %s\n\n%s\n' "$1" "$2" "$3" "$4" \
		>"$study/$1.txt"
}

mkdir "$study"
text un 2024-01-02 'Alix Berne' 'Nous voulons la paix et la loi.'
text deux 2025-02-03 'Noé Sarran' 'Nous votons la loi des finances.'
text trois 2025-03-04 'Noé Sarran' 'La loi protège les communes.'
cat >"$study/study.mk" <<'END'
CLASSES_OPTIONS = -N 2 -B 0
END
run reports
is "$(ids)" 'deux trois un ' 'a first run'

rm "$study/trois.txt"
echo 'not ours' >"$out/map-a note.txt"
run reports PARTS=speaker CLASSES=no
is "$(ids)" 'deux un ' 'a deleted text is gone from the reports'
is "$(find "$work" "$out" -name 'trois*'; grep -rl --exclude-dir=kept "^trois	\|\"trois\"" "$work" "$out"
	zstd -dcq "$work/shards/rest.vrt.zst" | grep '"trois"')" '' \
	'nothing made of it is left'
is "$(find "$work" "$out" -name '*year*')" '' \
	'a part that is no longer wanted is gone'
is "$(find "$work" "$out" -name 'classes*' ! -path '*/sums/*')" '' 'classes that are no longer wanted are gone'
is "$(cat "$out/map-a note.txt")" 'not ours' "a file of somebody else stays"
cp "$out/words-speaker.tsv" "$T/words"
echo 'edited' >>"$out/words-speaker.tsv"
run reports PARTS=speaker CLASSES=no
is "$(grep -c "$out/words-speaker.tsv: changed since it was made" "$T/log")" 1 \
	'a table that was edited is told'
same_file "$out/words-speaker.tsv" "$T/words" 'and made again'
sed 's/1$/7/' "$T/words" >"$out/words-speaker.new"
mv "$out/words-speaker.new" "$out/words-speaker.tsv"
run reports PARTS=speaker CLASSES=no
is "$(grep -c "$out/words-speaker.tsv: changed since it was made" "$T/log")" 1 \
	'another file in the place of a table is told'
same_file "$out/words-speaker.tsv" "$T/words" 'and the table is written again'
run reports PARTS=speaker CLASSES=no
is "$(grep -c 'changed since' "$T/log")" 0 'which is told once'
rm "$work/published"
run reports PARTS=speaker CLASSES=no
is "$(grep -c 'same file' "$T/log"):$rc" 0:0 'a run that was killed where tables are published goes on'
cp "$out/overview.txt" "$T/overview"
rm "$out/overview.txt" "$out/map-speaker.html"
run "$out/overview.txt" "$out/map-speaker.html" PARTS=speaker CLASSES=no
same_file "$out/overview.txt" "$T/overview" 'a page that make is asked for by its name is made'
is "$(ls "$out/map-speaker.html")" "$out/map-speaker.html" 'and another one of a part'

# Pages and sheets that somebody changed, took away or exchanged.
run reports PARTS=speaker CLASSES=no
rm -rf "$T/made"
cp -r "$out" "$T/made"
for page in overview.txt map-speaker.html index.html themes.svg PROVENANCE.tsv sheets/un.txt; do
	sleep 0.02 # what is written in the same tick of the clock as .ended is the run's
	echo edited >>"$out/$page"
	run reports PARTS=speaker CLASSES=no
	is "$(grep -c "$out/$page: changed since it was made" "$T/log")" 1 "$page, edited, is told"
	is "$(diff -r "$T/made" "$out")" '' 'and written again'
done
sleep 0.02
rm "$out/sheets/deux.html"
mv "$out/style.txt" "$T/style"
mv "$out/themes.txt" "$out/style.txt"
mv "$T/style" "$out/themes.txt"
echo x >>"$out/trends.txt"
touch -r "$T/made/trends.txt" "$out/trends.txt"
run reports PARTS=speaker CLASSES=no
is "$(diff -r "$T/made" "$out")" '' 'a sheet that is gone comes back, exchanged pages do, one with its old date'
echo mine >"$out/notes.txt"
run reports PARTS=speaker CLASSES=no
is "$(grep -c 'changed since' "$T/log"):$(cat "$out/notes.txt")" 0:mine 'a file of somebody else is no page'
rm "$out/notes.txt"
# (a run that was killed knows nothing of what is later than its beginning)
rm "$work/.ended"
sleep 0.02
echo edited >>"$out/style.txt"
run reports PARTS=speaker CLASSES=no
is "$(diff -r "$T/made" "$out")" '' 'a page that was edited behind a run that was killed is written again'
for page in types.tsv style.txt index.html sheets/un.html; do
	rm "$out/$page"
	mkdir "$out/$page"
	make_study reports STUDY="$study" W="$work" OUT="$out" PARTS=speaker CLASSES=no >"$T/log" 2>&1
	is "$?:$(grep -c "$out/$page: it is a folder" "$T/log")" 2:1 "a folder in place of $page is told"
	rmdir "$out/$page"
	run reports PARTS=speaker CLASSES=no
done
is "$(diff -r "$T/made" "$out")" '' 'and what stood there comes back when it is gone'

# An older file in the place of another, a variable, a language.
text un 2024-01-02 'Alix Berne' 'Nous voulons le travail.'
touch -d 2001-01-01 "$study/un.txt"
stamp=$T/stamp
: >"$stamp"
sleep 0.1
run reports PARTS=speaker CLASSES=no COUNT=stem PIVOTS='travail'
is "$(grep -c 'travail' "$out/words-speaker.tsv")" 1 'an older file is read again'
is "$(grep -c 'voulon	' "$out/words-speaker.tsv")" 1 'COUNT=stem after a run'
is "$(grep -cx 'travail' "$out/cooccurrents.txt")" 1 'PIVOTS after a run'
: >"$stamp"
sleep 0.1
run reports PARTS=speaker CLASSES=no COUNT=stem PIVOTS='travail' SHEETS=no \
	REPORT_LANG=fr TITLE='Une étude'
is "$(head -n 1 "$out/trends.txt" | grep -c 'Une étude')" 1 'TITLE after a run'
is "$(find "$work" -newer "$stamp" -name '*.tsv')" '' 'a language makes no table again'
is "$(find "$out/sheets" 2>/dev/null)" '' 'sheets that are no longer wanted are gone'
# (Hashes of files that changed within the last two seconds are put down later.)
sleep 3
run reports PARTS=speaker CLASSES=no COUNT=stem PIVOTS='travail' SHEETS=no \
	REPORT_LANG=fr TITLE='Une étude'
: >"$stamp"
sleep 0.1
run reports PARTS=speaker CLASSES=no COUNT=stem PIVOTS='travail' SHEETS=no \
	REPORT_LANG=fr TITLE='Une étude'
is "$(find "$work" "$out" -newer "$stamp" -type f ! -name .begun ! -name .ended ! -name .lock ! -name errors)" '' \
	'nothing changed: nothing is written but when the run was'
# What a killed run has left where tables are put in place.
mkdir "$out/.tables.part"
ln "$work/types.tsv" "$out/.tables.part"
run reports PARTS=speaker CLASSES=no COUNT=stem PIVOTS='loi' SHEETS=no REPORT_LANG=fr TITLE='Une étude'
is "$(find "$out" -name '.*') $(find "$out/cooccurrents.tsv" -links 2 -newer "$stamp")" " $out/cooccurrents.tsv" \
	'a table takes the place of another, and nothing half in place is left'

run reports PARTS=speaker CLASSES=no SHEETS=no PERIOD=month WORKBOOK=yes
is "$(perl tests/show/workbook/parts.pl "$out/tables.xlsx" xl/workbook.xml | sed -n 's/^<sheet name="\([^"]*\).*/\1.tsv/p' | sort)" \
	"$(cd "$out" && printf '%s\n' *.tsv | grep -v '^PROVENANCE')" 'WORKBOOK has all tables'
is "$(cut -f 1,2 "$out/PROVENANCE.tsv" | grep -c "^command	tables.xlsx$")" 1 'the provenance tells of it'
run reports PARTS=speaker CLASSES=no SHEETS=no PERIOD=month
is "$(find "$out" "$work/commands" -name tables.xlsx)" '' 'a workbook that is no longer wanted is gone'
is "$(sed 1d "$out/trend-breaks.tsv" | cut -f 5 | sort -u)" 2025-02 'PERIOD after a run'

# What is left out of comparisons counts in the corpus all the same.
run reports PARTS=speaker CLASSES=no SHEETS=no COUNT=form PIVOTS=travail
cp -r "$out" "$T/all"
run reports PARTS=speaker CLASSES=no SHEETS=no COUNT=form PIVOTS=travail COMPARE='-a speaker!~Berne'
is "$(cut -f 1,2 "$out/compared-speaker.tsv" | sed 1d) $(cut -f 1,4 "$out/compared.tsv" | sed 1d)" \
	'Noé Sarran	1 *	2025-02-03' 'COMPARE says what is compared'
is "$(zstd -dcq "$work/some-words-id.tsv.zst" | cut -f 1 | sort -u | tr '\n' ' ')" 'deux part ' 'its counts are of that'
is "$(grep -c 'Compared: 1 of the speeches' "$out/specificities-speaker.txt" "$out/themes.txt" | sed 's/.*://' | tr '\n' ' ')" \
	'1 1 ' 'the pages of comparison tell it'
for t in speeches words-speaker themes-speaker stats-speaker types rates-speaker; do
	same_file "$out/$t.tsv" "$T/all/$t.tsv" "$t: all speeches count"
done
run reports PARTS=speaker CLASSES=no SHEETS=no COUNT=form PIVOTS=travail
is "$(find "$work" -name 'some-*' ! -path '*/sums/*') $(find "$work" -name 'compared.vrt*')" ' ' 'without COMPARE nothing of it is left'
is "$(diff -rq "$out" "$T/all")" '' 'and all is as before'

# What is published was made by a program that the provenance names.
tab=$(printf '\t')
lost=
for f in reports/sample/*.tsv; do
	name=${f##*/}
	case $name in PROVENANCE.tsv) continue ;; esac
	p=$(sed -n "s/^command$tab$name$tab\\([^ ]*\\).*/\\1/p" \
		reports/sample/PROVENANCE.tsv)
	grep -q "^program$tab$p$tab" reports/sample/PROVENANCE.tsv || lost="$lost $name:$p"
done
is "$lost" '' 'the program of every published table is in the provenance'

# Two runs at once: one waits or is refused, neither leaves half of it.
rm -rf "$work" "$out"
mkdir -p "$work"
flock "$work/.lock" sleep 3 &
make_study reports STUDY="$study" \
	W="$work" OUT="$out" >"$T/log" 2>&1 && fail 'a second run fails'
is "$(grep -c 'another run is making it' "$T/log")" 1 'a second run is refused'
wait
is "$(find "$out" -type f 2>/dev/null)" '' 'and writes nothing'

# Names like options, odd values, more texts than a command line holds.
mv "$study/un.txt" "$study/-q.txt"
printf 'SEGMENTS = -m 2 -D \x27\t\\\x27\nREAD = read-text\n' >"$study/study.mk"
run check
is "$(grep -c -- '-q.txt' "$work/transcript.vrt")" 1 'a text called -q.txt is read'
rm -f "$study"/*
long=$(printf '%0200d' 0)
k=0
while [ $k -lt 700 ]; do
	k=$((k + 1))
	echo "Loi $k." >"$study/$long-$k.txt"
done
run "$out/PROVENANCE.tsv" LOCKED=study
is "$(grep -c '^text' "$out/PROVENANCE.tsv")" 700 \
	'names of texts that are more than a command line holds'
# A link to a text under another name is not followed once a text has that name.
study=$T/names work=$T/names-work out=$T/names-out
mkdir "$study"
echo 'Nous voulons la paix.' >"$study/a b.txt"
echo 'Une loi.' >"$study/c.txt"
run check
rm "$study/a b.txt"
echo 'Le travail.' >"$study/a_b.txt"
run check
is "$(grep -c 'travail' "$work/transcript.vrt")" 1 'a text in the place of a link'
mkdir "$study/old"
mv "$study/a_b.txt" "$study/keep"
echo 'Nous voulons la paix.' >"$study/a b.txt"
run check
mv "$study/keep" "$study/a_b.txt"
run check TEXTS='a_b.txt'
is "$(grep -c 'travail' "$work/transcript.vrt")" 1 'a text beside a link of its name'
rm "$study/a b.txt"
make_study check STUDY="$study" \
	W="$work" OUT="$out" TEXTS='c.txt a_b.txt c.txt' >"$T/log" 2>&1 &&
	fail 'a text that is named twice'
is "$(grep -c 'names c.txt twice' "$T/log")" 1 'a text that is named twice is refused'

# Files of the study that options name count by content.
printf 'form\tlemma\tpos\nloi\tloi\tNOM\n' >"$study/lexicon.tsv"
# shellcheck disable=SC2016 # for make
echo 'LEMMATISE = lemmatise -q -d $(STUDY)/lexicon.tsv' >"$study/study.mk"
run "$work/corpus.vrt"
printf 'form\tlemma\tpos\nloi\tdroit\tNOM\n' >"$study/lexicon.tsv"
touch -d 2001-01-01 "$study/lexicon.tsv"
run "$work/corpus.vrt"
is "$(grep -c '	droit	' "$work/corpus.vrt")" 1 'an older lexicon is read again'
: >"$stamp"
sleep 0.1
echo '# nothing' >>"$study/study.mk"
run "$work/corpus.vrt"
is "$(find "$work/shards" -newer "$stamp")" '' \
	'a comment in study.mk makes nothing of a text again'

# A file that a command names and that is gone: nothing stays as it was with it.
printf 'id\tspeaker\nc\tAlix Berne\n' >"$study/people.tsv"
echo loi >"$study/words.txt"
for gone in people.tsv words.txt lexicon.tsv; do
	run "$work/corpus.vrt" READ='read-text -d people.tsv' SELECT="-l $study/words.txt"
	mv "$study/$gone" "$T/gone"
	make_study STUDY="$study" W="$work" \
		OUT="$out" "$work/corpus.vrt" READ='read-text -d people.tsv' \
		SELECT="-l $study/words.txt" >"$T/log" 2>&1
	is "$? $(grep -c "$gone: No such file" "$T/log")" '2 1' "$gone is gone: make fails"
	mv "$T/gone" "$study/$gone"
done
rm "$study/people.tsv" "$study/words.txt"

# What the provenance says of names and readers.
echo 'Une loi.' >"$study/x
y	\\z.txt"
run "$out/PROVENANCE.tsv" READ_c.txt='env read-text -p {title}'
is "$(grep -c '^text	x\\ny\\t\\\\z.txt	[0-9a-f]*$' "$out/PROVENANCE.tsv")" 1 \
	'a name with tab, line end and backslash is escaped'
is "$(grep -c '^option	READ_c.txt	env read-text -p {title}$' "$out/PROVENANCE.tsv")" 1 \
	'a reader of one text'
run "$out/PROVENANCE.tsv" READ='read-table' READ_c.txt='env read-text -p {place}' \
	TEXTS='c.txt'
is "$(grep -c '^option	READ_c.txt	env read-text -p {place}$\|^program	read-text	' \
	"$out/PROVENANCE.tsv")" 2 'a reader of one text that has changed, behind env'

# A clock that was set back: what was made before is newer than what comes.
run "$work/corpus.vrt"
find "$work" -type f -exec touch -d 2030-01-01 {} +
echo 'Le travail.' >>"$study/c.txt"
run "$work/corpus.vrt"
is "$(grep -c '^Le	' "$work/corpus.vrt") $(find "$work" -newermt 2029-01-01 -type f | wc -l)" '2 0' \
	'a clock that was set back: all is made again'

# A moment, of which nothing is told: make(1) would take what is edited for older.
for late in 2 6; do
	run "$work/corpus.vrt"
	find "$work" -type f -exec touch -d "$late seconds" {} +
	echo 'Le matin.' >>"$study/c.txt"
	run "$work/corpus.vrt" TOKENISE="tokenise -q"
	is "$(grep -c '^matin	' "$work/corpus.vrt") $(grep -c 'tokenise -q' "$work/shards.pipe")" "$((late / 6 + 1)) 1" \
		"a clock that was set back by $late s"
done
is "$(find "$work" -newermt '1 minute' -type f)" '' 'and nothing of the future is left'

# What the environment says in the words of make is not listened to.
run reports
mv "$out" "$T/plain"
rm -r "$work"
LOCKED=x DUE=x DONE=x TODO=3 COUNTING=x CHOOSING=x SHELLOPTS=noclobber:noglob run reports
is "$(diff -r "$T/plain" "$out" 2>&1)" '' 'the same bytes whatever the environment has'

# A run that is refused leaves what the other one reads; two goals are one run.
cp -R "$work" "$T/before"
flock "$work/.lock" sleep 4 &
make_study reports STUDY="$study" \
	W="$work" OUT="$out" COUNT=lemma TITLE=Autre TEXTS=c.txt >"$T/log" 2>&1 &&
	fail 'a second run fails'
wait
is "$(diff -r "$T/before" "$work")" '' 'a run that is refused writes nothing'
run -j2 check "$work/corpus.vrt"
is $rc 0 'two goals at once are one run'
plan
