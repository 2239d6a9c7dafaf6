#!/bin/sh
# The French dictionary of hunspell ends the field of six verbs in -er of seven with
# zz, which looks like a mark of rare verbs and is none.
# Versions: hunspell-fr-classical 1:7.0-1 (Debian 12), fr.dic.
#
# A word's morphological field says of a verb its group, how it is built and, in the
# last letters, its auxiliary (a or e: po:v1_itnq__a).  zz stands in this place, as
# if it were open: 6,324 of 7,411 verbs in -er have it.  fonder, tuer, mépriser,
# allier and pointer are among them, ultrafiltrer, pipeauter, empouvoirer and
# invaginer are not.
#
# One would have guessed that it tells old or technical verbs from common ones, for
# those that are met first (saurer, ouvrer, éluer, priser) have it and their rivals
# (savoir, ouvrir, élire, prendre) have not.
#
# Why it matters: a form of two verbs (fonde of fonder and fondre, tue of tuer and
# taire, ouvrent of ouvrir and ouvrer) needs an order, and this is the only field that
# seems to give one.  It is right for saura and ouvre; but what "se fonde sur
# l'article 58" counts for is fondre then, with debates as with laws.
set -eu
T=$(mktemp -d)
trap 'rm -rf "$T"' EXIT
cd "$T"
version=1:7.0-1
apt-get -q download "hunspell-fr-classical=$version" >log 2>&1 || {
	cat log >&2
	exit 1
}
dpkg-deb -x ./*.deb .
dic=$(find . -name fr.dic -size +100k | head -n 1)
{
	for verb in fonder tuer mépriser allier pointer ultrafiltrer pipeauter \
		empouvoirer invaginer saurer ouvrer savoir ouvrir; do
		sed -n "s,^$verb/[^ ]* \(po:v[^ ]*\).*,$verb	\1,p" "$dic"
	done
	echo "v1: $(grep -c 'po:v1' "$dic"), with zz: $(grep 'po:v1' "$dic" | grep -c 'zz\($\|[ 	]\)')"
} | tee seen
cat >want <<'SEEN'
fonder	po:v1_it_q_zz
tuer	po:v1_it_q_zz
mépriser	po:v1__t_q_zz
allier	po:v1__t_q_zz
pointer	po:v1_it_q_zz
ultrafiltrer	po:v1_it____a
pipeauter	po:v1_it____a
empouvoirer	po:v1_it_q__a
invaginer	po:v1____p_e_
saurer	po:v1__t___zz
ouvrer	po:v1_it___zz
savoir	po:v3_it_q__a
ouvrir	po:v3_itnq__a
v1: 7411, with zz: 6324
SEEN
cmp want seen
