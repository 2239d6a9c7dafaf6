printf '<!-- #vrt positional-attributes: kind form -->\n' >"${TMPDIR:-/tmp}/p.$$"
for f in je "j'" me "m'" moi -je -moi "-m'" moi-même mon ma mes mien mienne miens miennes; do printf 'w\t%s\n' "$f"; done >>"${TMPDIR:-/tmp}/p.$$"
for f in nous -nous nous-même nous-mêmes notre nos nôtre nôtres; do printf 'w\t%s\n' "$f"; done >>"${TMPDIR:-/tmp}/p.$$"
for f in tu on il mais ton vous -vous; do printf 'w\t%s\n' "$f"; done >>"${TMPDIR:-/tmp}/p.$$"
printf 'p\tje\n' >>"${TMPDIR:-/tmp}/p.$$"
stats "${TMPDIR:-/tmp}/p.$$" | cut -f 3,17,18
rm "${TMPDIR:-/tmp}/p.$$"
