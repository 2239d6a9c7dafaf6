# text outside speeches is a part of its own
printf '%s\n' '<!-- #vrt positional-attributes: form -->' a b '<speech id="x">' a b . a b '</speech>' a b >"$TMPDIR/t"
segments "$TMPDIR/t"
segments -b speaker "$TMPDIR/t"
