#!/bin/sh
# What programs say while a study's texts are read: each note once, with the texts
# that it is about (pipeline/notes.sh, shard.sh); prints TAP.
set -u
. tests/tap.sh

joined() { cat >"$T/notes" && sh pipeline/notes.sh "$T/notes"; }

is "$(joined <<'END'
# 1 a.txt
read-text: kept: 59 no-break spaces, 2 narrow no-break spaces
# 1 b é.txt
read-text: kept: 1 no-break space
read-text: repaired: 41 C1 controls (41 U+0092), 3 soft hyphens
# 3 c.txt
read-text: kept: 3 no-break spaces
tokenise: 3 inclusive forms counted as their base
tokenise: read as what is meant: 1 misspelt inversion, 2 apostrophes with blanks
# 1 d.txt
tokenise: read as what is meant: 3 misspelt inversions
END
)" 'read-text: kept: 2 narrow no-break spaces (a.txt)
read-text: kept: 63 no-break spaces (5 texts, the first a.txt)
read-text: repaired: 41 C1 controls (41 U+0092), 3 soft hyphens (b é.txt)
tokenise: 3 inclusive forms counted as their base (3 texts, the first c.txt)
tokenise: read as what is meant: 2 apostrophes with blanks (3 texts, the first c.txt)
tokenise: read as what is meant: 4 misspelt inversions (4 texts, the first c.txt)' \
	'equal notes are one, with sums and texts'
is "$(joined <<'END'
# 1 a.txt
read-text: a.txt:11: 2 stage directions set apart (type stage), the first here
read-text: no speaker line in a.txt
# 1 b.txt
read-text: b.txt:3: 3 stage directions set apart (type stage), the first here
# 1 c.txt
tokenise: 1 abbreviation in 5 words
# 1 d.txt
tokenise: 1 abbreviation in 7 words
END
)" 'read-text: a.txt:11: 5 stage directions set apart (type stage), the first here (2 texts)
read-text: no speaker line in a.txt
tokenise: 2 abbreviation in 12 words (2 texts, the first c.txt)' 'a place is that of the first'
is "$(joined <<'END'
# 1 a.txt
read-text: 1 odd thing
# 1 b.txt
read-text: 1 odd thing
END
)" 'read-text: 1 odd thing (2 texts each, the first a.txt)' 'what has no plural'
# In French, with its no-break space before the colon.
nbsp=$(printf '\302\240')
joined_fr() { TRIBUNE_MESSAGES=$top/pipeline/messages/fr.tsv joined; }
is "$(joined_fr <<END
# 1 a.txt
read-text: a.txt:4$nbsp: 1 didascalie mise(s) à part (type stage)
read-text: gardé$nbsp: 59 espaces insécables, 2 espaces fines insécables
# 1 b.txt
read-text: b.txt:7$nbsp: 2 didascalies mise(s) à part (type stage)
read-text: gardé$nbsp: 1 espace insécable
tokenise: lu comme voulu$nbsp: 2 signes mis pour une apostrophe, 1 inversion mal écrite
# 2 c.txt
tokenise: lu comme voulu$nbsp: 1 signe mis pour une apostrophe
check: endroits$nbsp: 3, le premier$nbsp: ici
END
)" "check: endroits$nbsp: 3, le premier$nbsp: ici (2 textes, le premier c.txt)
read-text: a.txt:4$nbsp: 3 didascalies mise(s) à part (type stage) (2 textes)
read-text: gardé$nbsp: 2 espaces fines insécables (a.txt)
read-text: gardé$nbsp: 60 espaces insécables (2 textes, le premier a.txt)
tokenise: lu comme voulu$nbsp: 1 inversion mal écrite (b.txt)
tokenise: lu comme voulu$nbsp: 3 signes mis pour une apostrophe (3 textes, le premier b.txt)" 'French notes are joined, too'
is "$(echo 'keep: said by nobody' | joined)" 'keep: said by nobody' 'a note of no text'

# In a study, of shards that are made anew; where one fails, as it was said.
study=$T/study
mkdir "$study"
for k in 1 2 3; do
	printf 'Orateur : Alix Berne\nDate : 2024-01-0%d\n\nNous voulons\302\240: la paix.\n' "$k" >"$study/t$k.txt"
done
printf 'CLASSES = no\nSHEETS = no\nSHARD = 1\n' >"$study/study.mk"
run() { # GOAL [VARIABLE=VALUE ...]
	rc=0
	make_study "$@" \
		STUDY="$study" W="$T/w" OUT="$T/o" </dev/null >"$T/log" 2>&1 || rc=$?
}
run reports
is "$rc $(grep -c no-break "$T/log")" '0 1' 'one line of all shards'
is "$(grep no-break "$T/log")" 'read-text: kept: 1 no-break space (3 texts each, the first t1.txt)' 'with their sum'
printf 'Et encore\302\240: oui.\n' >>"$study/t2.txt"
run reports
is "$(grep no-break "$T/log")" 'read-text: kept: 2 no-break spaces (t2.txt)' 'of the shards that are new'
run check
is "$(grep no-break "$T/log")" 'read-text: kept: 4 no-break spaces (3 texts, the first t1.txt)' 'make check too'
printf 'Oui \377\n' >>"$study/t3.txt"
run reports
is "$rc $(grep -c '^read-text: t3.txt:.*UTF-8' "$T/log")" '2 1' 'an error is told at once'
is "$(find "$T/w" -name '*.part*')" '' 'and nothing half-made is left'
plan
