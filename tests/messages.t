#!/bin/sh
# The catalogue of messages (pipeline/messages): each message of the sources is in it,
# and no other, with the same conversions in the same order; what is said in the
# language, and that what goes to standard output stays; prints TAP.
# shellcheck disable=SC1112 # apostrophes of what is said
set -u
. tests/tap.sh

perl tests/messages.pl >"$T/said" 2>"$T/err" || fail 'the sources can be read' "$(cat "$T/err")"
is "$(cat "$T/err")" '' 'the sources are read without a warning'
for file in pipeline/messages/*.tsv; do
	lang=${file##*/}
	lang=${lang%.tsv}
	tail -n +2 "$file" | cut -f 1 | sort >"$T/have"
	is "$(uniq -d "$T/have")" '' "$lang: each message once"
	# words of the C library and of expat, which no source has
	grep -vxE '[A-Z][A-Za-z/ -]+|(syntax error|no element found|not well-formed \(invalid token\)|unclosed token|mismatched tag|duplicate attribute|junk after document element|undefined entity|reference to invalid character number|unclosed CDATA section|unbound prefix)' \
		"$T/have" >"$T/own" || :
	is "$(sort "$T/said" | comm -23 - "$T/have")" '' "$lang: every message of the sources is there"
	is "$(sort "$T/said" | comm -13 - "$T/own" | grep -vxF -f "$T/said")" '' "$lang: and no other"
	is "$(perl -CS -Mutf8 -ne 'chomp; my @c = split /\t/, $_, -1; print "$.: not two columns\n" if @c != 2;
		my @k = map { s/%\.0s/%s/gr } map { join " ", $_ =~ /%[-+ #0-9.*]*[a-z%]/g } @c;
		print "$.: $c[1]\n" if $. > 1 && $k[0] ne $k[1]' "$file")" '' "$lang: the same conversions in the same order"
done
is "$(perl -CS -Mutf8 -ne 'chomp; my (undef, $fr) = split /\t/; next if $fr =~ /# \$ ~ ;/; # signs of a path
	print "$.: $fr\n" if $fr =~ / [;?!»](?: |$)|\S :(?: |$)|« /' pipeline/messages/fr.tsv)" '' \
	'fr: no-break spaces before : ; ? ! and in « »'

# ---- said ----

export TRIBUNE_MESSAGES="$top/pipeline/messages/fr.tsv"
cd "$T" || exit 2
said() { # WANT COMMAND ...
	want=$1
	shift
	is "$("$@" 2>&1 >/dev/null </dev/null)" "$want" "$*"
}
nbsp=$(printf '\302\240')
said "tokenise: option inconnue -Z (usage$nbsp: tokenise [-hIqVv] [-A list] [-o columns] [-R folder] [file ...])" tokenise -Z
said "ngrams: aucun: aucun fichier ni dossier de ce nom" ngrams aucun
printf 'a\tb\n1\n' >t.tsv
said "table: t.tsv:2: 1 colonne là où l’en-tête en nomme 2" table t.tsv
printf 'Titre : Un\n\n\n' >vide.txt
said "read-text: vide.txt: pas de texte derrière l’en-tête$nbsp: laisser ce fichier de côté" read-text vide.txt
said "keep: option -p$nbsp: «$nbsp(a$nbsp»$nbsp: une parenthèse ( ou ) sans l’autre" keep -p '(a'
said "keep: option -p$nbsp: «$nbsp*a$nbsp»$nbsp: rien à répéter devant «$nbsp* + ?$nbsp»" keep -p '*a'
printf 'id\tparti\nb\tx\n' >meta.tsv
printf '<speech id="a">\n<p line="1">\nLa loi.\n</p>\n</speech>\n' >un.vrt
said "annotate: meta.tsv: 1 discours sans ligne (a)$nbsp; 1 ligne sans discours (b)" annotate -d meta.tsv un.vrt
printf 'speaker\tparti\nedouard\tx\n' >qui.tsv
printf '<speech id="a" speaker="\303\211douard">\n<p line="1">\nLa loi.\n</p>\n</speech>\n' >deux.vrt
said "annotate: qui.tsv: «$nbspÉdouard$nbsp» est peut-être «${nbsp}edouard$nbsp» (les capitales, les accents)
annotate: qui.tsv: 1 valeur de speaker sans ligne, dans 1 discours (Édouard)$nbsp; 1 ligne sans discours (edouard)" annotate -k speaker -d qui.tsv deux.vrt
said "sides: -A: aucun discours sur 1 ne satisfait «${nbsp}x=1$nbsp»$nbsp: aucun discours n’a l’attribut x, il y a$nbsp: id" sides -A x=1 un.vrt
printf '\357\273\277Titre : Un\n\nLa\tloi.\n' >bom.txt
said "read-text: réparé$nbsp: 1 indicateur d’ordre des octets, 1 tabulation" read-text bom.txt
# words that a program hands on to what says them
printf '%%\n1\tjoie\n%%\nrire\t1\n(a) b\t1\n' >d.dic
said "import-themes: entrées$nbsp: 1, thèmes$nbsp: 1
import-themes: catégories conditionnelles laissées de côté: 1" import-themes d.dic
printf 'joie: [a b\n' >d.yml
said "import-themes: d.yml: une liste entre crochets sans sa fin" import-themes d.yml
printf 'joie:\n  - "a\n' >d.yml
said "import-themes: d.yml:2: un guillemet sans sa fin dans la ligne" import-themes d.yml
printf '<dictionary>\n<cnode name="a"></b></dictionary>\n' >d.ykd
said "import-themes: d.ykd:2: XML mal formé$nbsp: une balise en ferme une autre que la sienne" import-themes d.ykd
printf '<TEI>\n<a></b></TEI>\n' >d.xml
said "read-tei: d.xml:2: XML mal formé$nbsp: une balise en ferme une autre que la sienne" read-tei d.xml
printf 'part\tform\tfreq\na\tx\t1\n' >c.tsv
said "scale: c.tsv: il faut au moins trois textes qui ont des mots, et deux termes" scale -M wordfish -L a -R b c.tsv
said "concordance: option -p$nbsp: «$nbsp $nbsp» n’a aucune occurrence" concordance -p ' '
TRIBUNE_MESSAGES=$T/none
said 'ngrams: aucun: No such file or directory' ngrams aucun
# a catalogue whose conversions are others is not followed
printf 'en\tfr\n%%s\t%%d\n%%u column%%s where the header names %%u\t%%s %%s %%s\n' >odd.tsv
TRIBUNE_MESSAGES=$T/odd.tsv
said 'table: t.tsv:2: 1 column where the header names 2' table t.tsv
printf 'en\tfr\n%%u column%%s where the header names %%u\t%%u, %%u\n' >odd.tsv
said 'table: t.tsv:2: 1 column where the header names 2' table t.tsv
printf 'en\tfr\n%%u column%%s where the header names %%u\t%%u, %%s, %%u, %%u\n' >odd.tsv
said 'table: t.tsv:2: 1 column where the header names 2' table t.tsv

TRIBUNE_MESSAGES=$top/pipeline/messages/fr.tsv
printf '<speech id="a" date="1815-01-01" source="a.txt">\n<p line="3">\nLa loi.\n</p>\n</speech>\n' >a.vrt
check -q a.vrt >fr.out
check -q -t a.vrt >fr.report
(unset TRIBUNE_MESSAGES && check -q a.vrt >en.out)
same_file fr.out en.out 'a table of check is the same bytes'
is "$(sed -n 1p fr.report)" "discours$nbsp: 1$nbsp; 0 erreurs, 1 avertissement" 'what check says to people is not'
is "$(grep -c 'discours de peu de mots' fr.report)" 1 'kinds too'
cd "$top" || exit 2

# ---- of a study ----

unset TRIBUNE_MESSAGES
mkdir "$T/s"
printf 'Orateur : Alix Berne\nDate : 2024-01-02\n\nNous voulons la paix.\n' >"$T/s/un.txt"
: >"$T/s/a.docx"
run() { make_study reports STUDY="$T/s" W="$T/w" OUT="$T/o" "$@" </dev/null >"$T/log" 2>&1; }
printf 'REPORT_LANG = fr\nPARTS speaker\n' >"$T/s/study.mk"
run
is "$(head -n 1 "$T/log")" "tribune: $T/s/study.mk:2: «${nbsp}PARTS speaker$nbsp» n’a pas de =$nbsp: PARTS = speaker" \
	'a line of study.mk'
printf 'REPORT_LANG = fr\nPERIOD = week\n' >"$T/s/study.mk"
run
is "$(head -n 1 "$T/log")" "tribune: $T/s/study.mk:2: PERIOD = week$nbsp: year ou month ou day" 'a value'
is "$(grep -c ': \*\*\* rien n’est fait' "$T/log")" 1 'and that nothing is made'
cp "$T/log" "$T/in_c"
(LC_ALL=C.UTF-8 && export LC_ALL && run)
same_file "$T/log" "$T/in_c" 'in a locale of letters too'
run NAME=.a REPORT_LANG=fr
is "$(grep -c "NAME$nbsp: «$nbsp.a$nbsp» ne peut nommer ni rapports ni dossiers" "$T/log")" 1 'a name that is none'
run PERIOD=x
is "$(head -n 1 "$T/log")" "tribune: sur la ligne de commande: PERIOD = x$nbsp: year ou month ou day" 'of the command line'
printf 'CLASSES = no\nSHEETS = no\n' >"$T/s/study.mk"
run REPORT_LANG=fr
is "$(grep -c "^tribune: $T/s$nbsp: 1 document est laissé de côté" "$T/log")" 1 'what is passed over'
is "$(grep -c "^Ouvrir $T/o/index.html dans un navigateur, ou lire $T/o/overview.txt.$" "$T/log")" 1 'the end'

# ---- before make ----

export TRIBUNE_MESSAGES="$top/pipeline/messages/fr.tsv"
cd "$T" || exit 2
said "tribune: reports$nbsp: il faut un dossier (usage$nbsp: tribune reports [-j jobs] folder [NAME=name] [VARIABLE=value ...])" \
	tribune reports
said "tribune: recount$nbsp: option inconnue -z (usage$nbsp: tribune recount [-j jobs] [-n lines] [-t table] before after folder-of-the-texts)" \
	tribune recount -z
unset TRIBUNE_MESSAGES
said "tribune: nowhere$nbsp: aucun dossier de ce nom" tribune reports nowhere REPORT_LANG=fr
printf 'REPORT_LANG = fr\n' >s/study.mk
said "tribune: reports$nbsp: «${nbsp}x$nbsp» n’est pas VARIABLE=valeur (usage$nbsp: tribune reports [-j jobs] folder [NAME=name] [VARIABLE=value ...])" \
	tribune reports s x
mkdir -p run/a run/b
for run in run/a run/b; do
	printf 'what\tname\tvalue\noption\tREPORT_LANG\tfr\n' >$run/PROVENANCE.tsv
done
said "tribune: run/a/PROVENANCE.tsv$nbsp: aucun texte n’y est nommé" tribune reproduce run/a s
said "tribune: s$nbsp: aucun texte n’y est le même dans les deux exécutions$nbsp: rien ne peut être recompté" \
	tribune recount run/a run/b s
printf 'text\tun.txt\t%s\n' "$(sha256sum <s/un.txt | cut -c 1-64)" | tee -a run/a/PROVENANCE.tsv >>run/b/PROVENANCE.tsv
is "$(tribune recount run/a run/b s | head -n 1)" "Textes les mêmes dans les deux exécutions, recomptés$nbsp: 1." \
	'what is told to people'

# ---- beside make ----

export TRIBUNE_MESSAGES="$top/pipeline/messages/fr.tsv"
cd "$top" || exit 2
mkdir -p "$T/w/choices/c" "$T/w/tasks" "$T/none"
printf 'a.tsv\t1500\n' >"$T/w/choices/c/costs"
choices() { sh pipeline/choices.sh took "$T/w"; }
said 'tribune: les choix ont pris 1.5 secondes de calcul aux programmes' choices
echo old >"$T/w/tasks/jobs"
printf '#!/bin/sh\nexit 1\n' >"$T/none/scancel"
chmod +x "$T/none/scancel"
slurm() { STUDY=s W=$T/w SLURM_WAIT=1 MAKEFLAGS='' PATH="$T/none:$PATH" bash pipeline/slurm.sh make; }
said "tribune: s: des travaux d’une exécution antérieure écrivent peut-être encore ici, et Slurm ne répond pas$nbsp: scancel -n old, puis enlever $T/w/tasks/jobs" \
	slurm
plan
