#!/bin/sh
# pattern's French tokeniser makes of L’ at the beginning of a sentence the word L&RSQUO
# and a semicolon.
# Versions: python3-pattern 2.6+git20180818-4 (Debian 12), its module pattern.fr.
#
# To part l’ from its noun it writes the apostrophe of print as an entity of HTML, and then
# undoes that.  Behind a capital the entity is written in capitals too, and stays: of
# « L’État paie. » it makes L&RSQUO ; État paie and the full stop.  So with C’, D’, J’, N’,
# S’ and T’.  l’État within a sentence and L'État with a typed apostrophe are right.
#
# One would have guessed that a form which is made on the way is undone everywhere, the
# more so at the commonest opening of a French sentence.
#
# Why it matters: C’est, J’ai and L’article open a good part of the sentences of debates,
# and printed records have this apostrophe alone.  The semicolon, which is counted as a
# mark of style, comes as often as they do; je, ce and le are too rare by as much, and a
# search for je with ai behind it misses them.
set -eu
T=$(mktemp -d)
trap 'rm -rf "$T"' EXIT
cd "$T"
apt-get -q download python3-pattern=2.6+git20180818-4 >log 2>&1 || {
	cat log >&2
	exit 1
}
dpkg-deb -x ./*.deb .
cat >words.py <<'PY'
import sys
sys.path.insert(0, "usr/lib/python3/dist-packages")
from pattern.fr import parse, tokenize
for text in ("L’État paie.", "Oui, l’État paie.", "L'État paie.", "C’est voté. J’ai dit oui.",
             "D’abord, n’oublions rien ; j’attends.", "Qu’il parle !"):
    print(text, " / ".join(tokenize(text)), sep="\t")
print([word.split("/")[0] for word in parse("J’ai dit oui.").split(" ")])
PY
PYTHONIOENCODING=utf-8 /usr/bin/python3 -W ignore words.py | tee seen
cat >want <<'SEEN'
L’État paie.	L&RSQUO ; État paie .
Oui, l’État paie.	Oui , l’ État paie .
L'État paie.	L' État paie .
C’est voté. J’ai dit oui.	C&RSQUO ; est voté . / J&RSQUO ; ai dit oui .
D’abord, n’oublions rien ; j’attends.	D&RSQUO ; abord , n’ oublions rien ; j’ attends .
Qu’il parle !	Qu ’ il parle !
['J&RSQUO', ';', 'ai', 'dit', 'oui', '.']
SEEN
cmp want seen
