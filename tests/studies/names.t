#!/bin/sh
# Studies whose files make cannot name, whose readers read tables or write
# tokens: make check and make reports; prints TAP.
set -u
. tests/tap.sh

# make GOAL of the study NAME in $T, without what an outer make has set.
run() { # GOAL NAME
	rc=0
	make_study "$1" \
		STUDY="$T/$2" W="$T/work-$2" OUT="$T/out-$2" </dev/null \
		>"$T/out" 2>"$T/err" || rc=$?
}

made() { # NAME
	if [ $rc -eq 0 ]; then
		pass "$1"
	else
		fail "$1" "exit $rc
$(tail -n 20 "$T/out" "$T/err")"
	fi
}

has() { # FILE TEXT NAME
	if grep -qF -e "$2" "$1"; then
		pass "$3"
	else
		fail "$3" "$(head -n 50 "$1")"
	fi
}

# Names with blanks and signs of make and of the shell.
tab=$(printf '\t')
mkdir -p "$T/signs/sous dossier"
echo 'Nous voulons la paix.' >"$T/signs/Discours de l'été \$1 (2).txt"
echo 'Nous voulons le travail.' >"$T/signs/sous dossier/Un [a] & b.txt"
echo 'Nous voulons la loi.' >"$T/signs/simple.txt"
cat >"$T/signs/study.mk" <<'END'
TEXTS = $(call texts,*.txt */*.txt)
READ  = read-text -p '{title}'
READ_simple.txt = env read-text
READ_sous_dossier/Un__a____b.txt = read-text -p '{place}/{title}'
PARTS = title
END
run reports signs
made 'names that make cannot hold: make reports'
has "$T/out-signs/speeches.tsv" "Discours de l'été \$1 (2)" \
	'names: the reader gets the true name'
has "$T/out-signs/speeches.tsv" 'sous dossier' 'names: folders too'
has "$T/out-signs/PROVENANCE.tsv" "text${tab}sous dossier/Un [a] & b.txt$tab" \
	'names: the provenance has the true name'
run check signs
made 'names: make check'
mkdir "$T/two"
echo 'Un.' >"$T/two/a b.txt"
echo 'Deux.' >"$T/two/a_b.txt"
run reports two
[ $rc -ne 0 ] && rc=failed
is $rc failed 'two files of one name for make: refused'
has "$T/err" 'make would call it a_b.txt, as another file' 'two files: which'

# A link to a text of a disk that is not there, or to a folder of texts.
for gone in là.txt dossier; do
	mkdir "$T/links-$gone"
	echo 'Un.' >"$T/links-$gone/a.txt"
	# shellcheck disable=SC2016 # for make
	echo 'TEXTS = $(call texts,*.txt */*.txt)' >"$T/links-$gone/study.mk"
	ln -s /nowhere/else "$T/links-$gone/$gone"
	run reports "links-$gone"
	has "$T/err" "/links-$gone/$gone: a link that leads nowhere: mend it, or take it away" "a link to nothing is refused: $gone"
	is "$rc" 2 "nothing is made without it: $gone"
done

# Nothing is made of the others alone.
mkdir "$T/three"
cp "$T/two/"* "$T/three"
echo 'Trois.' >"$T/three/1.txt"
run reports three
[ $rc -ne 0 ] && rc=failed
is $rc failed 'two files of one name for make and a third: refused'

# A name that make calls as it called another one; one more file, of a folder above.
mkdir -p "$T/names/a/b/c/d" "$T/names/mine"
cd "$T/names" || exit 2
echo 'Nous voulons la paix.' >"a/b/c/d/l'été.txt"
echo 'Nous voulons la loi.' >a/b/c/d/deux.txt
echo 'Nous voulons le droit.' >mine/un.txt
cd "$top" || exit 2
# shellcheck disable=SC2016 # for make
printf '%s\n' 'READ = read-text -p {title}' 'PARTS = title' 'CLASSES = no' 'SHEETS = no' \
	'TEXTS = $(call texts,*.txt) ../../../../mine/un.txt' >"$T/names/a/b/c/d/study.mk"
above() {
	rc=0
	make_study reports STUDY="$T/names/a/b/c/d" W="$T/names/w/o/r" OUT="$T/names/out" \
		"$@" </dev/null >"$T/out" 2>"$T/err" || rc=$?
}
above
made 'a text of a folder above: make reports'
mv "$T/names/a/b/c/d/l'été.txt" "$T/names/a/b/c/d/l été.txt"
above
has "$T/names/out/speeches.tsv" 'l été' 'another name that make calls so: the reader gets it'
has "$T/names/out/PROVENANCE.tsv" "text${tab}l été.txt" 'another name that make calls so: the provenance'
above TEXTS='deux.txt l_été.txt'
made 'without the text of a folder above: make reports'
is "$(cat "$T/names/mine/un.txt")" 'Nous voulons le droit.' 'a text that is read no more stays where it is'

# A study.mk that splits names at blanks.
mkdir "$T/split"
echo 'Un.' >"$T/split/a b.txt"
# shellcheck disable=SC2016 # for make
echo 'TEXTS = $(notdir $(wildcard $(STUDY)/*.txt))' >"$T/split/study.mk"
run reports split
[ $rc -ne 0 ] && rc=failed
is $rc failed 'a text that is not there: refused'
has "$T/err" "TEXTS names" 'a text that is not there: why'
mkdir "$T/with blank"
run reports 'with blank'
has "$T/err" "make cannot handle this path" 'a folder that make cannot hold'

# Texts that tell nothing of themselves: one sentence for what would be compared.
mkdir "$T/bare"
echo 'Nous voulons la paix et le travail.' >"$T/bare/a.txt"
echo 'Nous voulons la loi.' >"$T/bare/b.txt"
printf 'CLASSES = no\nSHEETS = no\n' >"$T/bare/study.mk"
run reports bare
made 'speeches without a speaker: make reports'
for page in overview themes; do
	is "$(sed -n '/^By speaker/,/^By year/p' "$T/out-bare/$page.txt")" \
		'By speaker
----------

The speeches have no speaker.

By year' "speeches without a speaker: $page.txt"
done
is "$(grep -c 'have no speaker\|part NA\|^NA' "$T/out-bare/specificities-speaker.txt")" 1 \
	'speeches without a speaker: specificities-speaker.txt'

# Tables that readers read: of each text, and of names.
mkdir "$T/tei"
for k in 1 2; do
	cat >"$T/tei/s$k.xml" <<-END
		<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>
		<u who="#A" xml:id="s$k.u1"><seg>Nous voulons la paix.</seg></u>
		</body></text></TEI>
	END
	printf 'ID\tparty\ns%s.u1\tPartie %s\n' $k $k >"$T/tei/s$k-meta.tsv"
done
printf 'variant\tname\nA\tJeanne Vaillant\n' >"$T/tei/names.tsv"
cat >"$T/tei/study.mk" <<'END'
TEXTS = $(call texts,*.xml)
READ  = read-tei -M names.tsv -d $(TEXT:.xml=-meta.tsv)
PARTS = speaker party
CLASSES = no
SHEETS = no
END
run reports tei
made 'a table a text: make reports'
is "$(grep -c 'row without\|rows without' "$T/err")" 0 'a table a text: its own'
has "$T/out-tei/words-party.tsv" 'Partie 2' 'a table a text: its columns'
has "$T/out-tei/PROVENANCE.tsv" "metadata${tab}s2-meta.tsv$tab" \
	'the provenance has the tables of readers'
has "$T/out-tei/PROVENANCE.tsv" \
	"option${tab}READ_s1.xml${tab}read-tei -M names.tsv -d s1-meta.tsv" \
	'the provenance has the readers'
has "$T/out-tei/PROVENANCE.tsv" "program${tab}read-tei" \
	'the provenance has the programs of readers'
sleep 1
printf 'variant\tname\nA\tPaul Rémusat\n' >"$T/tei/names.tsv"
run reports tei
has "$T/out-tei/words-speaker.tsv" 'Paul Rémusat' 'a changed table of names counts'

# Texts that are tokens already.
mkdir "$T/tokens"
cp tests/faults/tiny.conllu "$T/tokens/"
printf 'La\tDET\tle\nloi\tNOM\tloi\n.\tSENT\t.\n' >"$T/tokens/tiny.tt"
cat >"$T/tokens/study.mk" <<'END'
TEXTS = tiny.conllu tiny.tt
READ  = read-conllu
READ_tiny.tt = read-vrt -o word,pos,lemma
PARTS = id
STEM  = stem -o word,kind,form,lemma,pos,stem
COUNT = lemma
CHECK = -x missing
CLASSES = no
SHEETS = no
END
run check tokens
made 'texts that are tokens: make check'
has "$T/out" 'tiny.conllu:4 (a)' 'tokens: check tells the file and the line'
run reports tokens
made 'texts that are tokens: make reports'
is "$(awk -F "$tab" '$3 == "loi" || $3 == "de+le" { print $1, $3, $4 }' \
	"$T/work-tokens/words-id.tsv")" 'a de+le 1
tiny loi 1' 'tokens: the lemmas of the files are counted'
plan
