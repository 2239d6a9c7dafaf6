# The parts add up to the whole, margins and hits; so do halves merged.
themes -d dict.tsv texte.stem >"${TMPDIR:-/tmp}"/w.$$
themes -b id -d dict.tsv texte.stem | awk -F'\t' '
NR > 1 { n[$2 "\t" $3] += $4 }
END { for (k in n) print k "\t" n[k] }' | LC_ALL=C sort >"${TMPDIR:-/tmp}"/p.$$
tail -n +2 "${TMPDIR:-/tmp}"/w.$$ | diff - "${TMPDIR:-/tmp}"/p.$$ && echo same
rm "${TMPDIR:-/tmp}"/w.$$ "${TMPDIR:-/tmp}"/p.$$
