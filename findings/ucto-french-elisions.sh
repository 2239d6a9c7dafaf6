#!/bin/sh
# ucto's French rules find elisions within words: quelqu'un is three words, quel, qu' and
# un, and jusqu'ici begins with juice (jus).
# Versions: ucto 0.21.1-2+b3, libucto5 0.21.1-2+b3, uctodata 0.8-2 (Debian 12; with
# libfolia14, libticcutils8, libexttextcat-2.0-0, libtar0).
#
# What stands before an apostrophe and could be elided is split off the letters before it
# too: lors|qu'|elle, puis|qu'|il, pru|d'|hommes, and aujour|d'|hui, which the rules list
# as one word.  Where the elision is the whole of what stands there (l'état, d'hier, qu'il)
# it is right.  The two apostrophes make no difference.
#
# One would have guessed that elisions, which the rules call prefixes, are looked for at the
# beginning of a word, and that a word which they list is kept whole.
#
# Why it matters: these are among the commonest words of speeches.  que and de are counted
# too often, most in those who argue (puisque, lorsque, jusque); quelqu'un and aujourd'hui
# are absent from the list of forms, and jus, lors and quel have their occurrences.
set -eu
T=$(mktemp -d)
trap 'rm -rf "$T"' EXIT
cd "$T"
apt-get -q download ucto=0.21.1-2+b3 libucto5=0.21.1-2+b3 uctodata=0.8-2 libfolia14=2.4-2+b3 \
	libticcutils8=0.24-2+b3 libexttextcat-2.0-0=3.4.5-1 \
	libexttextcat-data=3.4.5-1 libtar0=1.2.20-8+deb12u1 libicu72 libxml2 libgomp1 libbz2-1.0 >log 2>&1 || {
	cat log >&2
	exit 1
}
for deb in ./*.deb; do dpkg-deb -x "$deb" .; done
lib=usr/lib/x86_64-linux-gnu
# its rules and models lie where they would be installed: the same paths, from here
sed -i 's|/usr/share|usr//share|g' "$lib"/libucto.so.5.0.0 usr/share/ucto/textcat.cfg
cat >speech <<'TEXT'
Quelqu’un est venu jusqu’ici.
Aujourd’hui, puisqu’elle parle, on l’écoute.
Lorsqu’il part d’ici, c’est qu’il a fini.
Il n'est pas allé jusqu'aux prud'hommes aujourd'hui.
TEXT
LD_LIBRARY_PATH="$lib" usr/bin/ucto -L fra -n speech tokens >log 2>&1 || {
	cat log >&2
	exit 1
}
sed 's/ *$//; /^$/d' tokens | tee seen
cat >want <<'SEEN'
Quel qu’ un est venu jus qu’ ici .
Aujour d’ hui , puis qu’ elle parle , on l’ écoute .
Lors qu’ il part d’ ici , c’ est qu’ il a fini .
Il n' est pas allé jus qu' aux pru d' hommes aujour d' hui .
SEEN
cmp want seen
