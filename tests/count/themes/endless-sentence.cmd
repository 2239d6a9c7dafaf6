# More tokens than are kept of a sentence: no hit is lost or cut.
awk 'BEGIN { print "<!-- #vrt positional-attributes: form -->"
for (i = 0; i < 30000; i++) print "pouvoir\nd\047\nachat" }' >"${TMPDIR:-/tmp}/long.$$"
themes -d dict.tsv "${TMPDIR:-/tmp}/long.$$"
themes -u -d dict.tsv "${TMPDIR:-/tmp}/long.$$"
rm "${TMPDIR:-/tmp}/long.$$"
