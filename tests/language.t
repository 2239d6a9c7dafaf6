#!/bin/sh
# What knows French stands in stages/lib/lang/fr and in data folders named fr:
# no string of another C file has a French letter or word, no path names the
# language; prints TAP.
set -u
. tests/tap.sh

# String and character literals of C files: file, a tab, the literals of a line.
literals() { # FILE ...
	awk '
	FNR == 1 { inside = 0 }
	/^#include/ { next }
	{
		line = $0
		all = ""
		while (line != "") {
			if (inside) {
				if (!(i = index(line, "*/")))
					break
				line = substr(line, i + 2)
				inside = 0
			} else if (match(line, /^"([^"\\]|\\.)*"/) ||
			    match(line, /^\047([^\047\\]|\\.)*\047/)) {
				all = all " " substr(line, 1, RLENGTH)
				line = substr(line, RLENGTH + 1)
			} else if (line ~ /^\/\*/) {
				inside = 1
				line = substr(line, 3)
			} else if (line ~ /^\/\//)
				break
			else
				line = substr(line, 2)
		}
		if (all != "")
			print FILENAME "\t" all
	}' "$@"
}

# Letters outside ASCII, as they are or as escapes of their first byte (C3 to
# DF, E1), and none of the signs of C2 and E2.
letters() { # LITERALS
	awk -F '\t' '$2 ~ /[\303-\337\341]/ ||
		tolower($2) ~ /\\x(c[3-9a-f]|d[0-9a-f]|e1)/' "$1"
}

# Words of French in literals: file, a tab, the word.
words() { # WORDS LITERALS
	awk -F '\t' '
	NR == FNR { french[$1]; next }
	{
		s = tolower($2)
		gsub(/\\./, " ", s)
		gsub(/[^a-z\200-\377]+/, " ", s)
		n = split(s, w, " ")
		for (i = 1; i <= n; i++)
			if (w[i] in french)
				print $1 "\t" w[i]
	}' "$1" "$2" | sort -u
}

# Without those that are something else: FILE:REGEX, a line each on stdin.
but() { # LINES
	grep -v '^#' >"$T/but"
	grep -vEf "$T/but" "$1"
}

find stages -name '*.[ch]' ! -path 'stages/lib/lang/*' | sort >"$T/files"
# shellcheck disable=SC2046 # our own names
literals $(cat "$T/files") >"$T/literals"

# The stoplist, and what else texts and their headers are full of; without
# the words that are English too or a name of something else.
{
	grep -v '^#' pipeline/stoplists/fr/grammaire.txt | cut -f 1
	tr ' ' '\n' <<-'EOF'
		janvier février fevrier mars avril mai juin juillet août aout
		septembre octobre novembre décembre decembre lundi mardi mercredi
		jeudi vendredi samedi dimanche monsieur madame messieurs mesdames
		mademoiselle mme mmes mlle mlles maitre maître docteur président
		presidente ministre député depute sénateur applaudissements rires
		exclamations mouvements auteur autrice orateur oratrice locuteur
		intervenant intervenante titre lieu heure rubrique texte parti
		fonction publié publie fichier contenu projet discours contexte
		canton commune mairie partie terme axe étiquette singulier pluriel
		nom verbe adjectif adverbe pronom préposition conjonction
		déterminant lemme forme mot mots phrase gouvernement
	EOF
} | sort -u | grep .. | grep -vxE 'as|aux|cent|comment|en|es|exclamations|ma|nul|on|or|par|phrase|quasi|sans|se|tu' \
	>"$T/french"
is "$(grep -cx -e pour -e juin -e madame "$T/french")" 3 'there are French words'

# The check sees what it should.
cat >"$T/sample.c" <<'EOF'
/* le mois de mai, "été" */
static const char a[] = "x", *b = "\xC3\xA9t\xC3\xA9"; // "août"
static const char *c = "no \"le\" here", *d = "\xE2\x80\x99 ‘’ «»"; /* à
"à" */ char e = '\xC5'; char *f = "Mai";
EOF
literals "$T/sample.c" >"$T/seen"
is "$(letters "$T/seen" | wc -l)" 2 'letters are seen in literals, not in comments'
is "$(words "$T/french" "$T/seen" | cut -f 2 | tr '\n' ' ')" 'le mai ' \
	'words are seen in literals, not in comments'

letters "$T/literals" >"$T/letters"
is "$(but "$T/letters" <<'EOF'
# U+0250, a letter that no text has, stands for the joker of a query
^stages/lib/stream/query\.h.*\\xC9\\x90
EOF
)" '' 'no letter of French in a string outside lib/lang'

words "$T/french" "$T/literals" >"$T/words"
is "$(cat "$T/words")" '' 'no word of French in a string outside lib/lang'

# Code points of letters that few languages but French have.
# shellcheck disable=SC2046 # our own names
grep -nE '0x15[23]\b' $(cat "$T/files") >"$T/points"
is "$(but "$T/points" <<'EOF'
# ligatures of all languages as two letters
^stages/lib/text/slug\.c
# windows-1252, all of it, and what it looks like where it was read wrongly
^stages/read/common/clean\.c
^stages/read/check/leftover\.c
# how wide characters without a base letter are
^stages/show/common/font\.c
EOF
)" '' 'no code point of a French letter outside lib/lang'

# Paths of data: one table, and every file in a folder of its language.
grep -E '"([^"]*[/-])?fr["/._]|-fr\b|"[^"]*(rules|stoplists|themes)/' "$T/literals" >"$T/paths"
is "$(but "$T/paths" <<'EOF'
# how figures of a report are written, and what the option takes
"plain" "fr" "en"
plain\|fr\|en
EOF
)" '' 'no path of a language in a string outside lib/lang'
# shellcheck disable=SC2046 # our own names
is "$(grep -lE '\<data_path\(' $(cat "$T/files"))" 'stages/compare/robust/robust.c
stages/lib/text/list.c
stages/lib/text/list.h
stages/show/changes/changes.c
stages/show/explore/whys.c
stages/show/why/why.c
stages/tribune/look.c' 'paths of data come from lib/lang/fr/lang.c'
is "$(find pipeline/rules pipeline/stoplists pipeline/themes pipeline/weights -type f |
	grep -v '^pipeline/[a-z]*/fr/')" '' 'data of French are in folders fr'
find pipeline \( -name '*.sh' -o -name '*.awk' -o -name '*.mk' \) \
	! -path 'pipeline/labels/*' | sort >"$T/scripts"
# shellcheck disable=SC2046 # our own names
is "$(awk '/[\303-\305]/ { print FILENAME ": " $0 }' $(cat "$T/scripts"))" '' \
	'no letter of French in a script but the labels'
lost=$(sed -n 's/.*= "\([a-z]*\/fr\/.*\)",.*/\1/p' stages/lib/lang/fr/lang.c |
	while IFS= read -r f; do
		[ -f "pipeline/$f" ] || echo "$f"
	done)
is "$lost" '' 'the files that lang.c names are there'
plan
