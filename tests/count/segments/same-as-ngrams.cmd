# pairs that end nowhere but where ngrams ends them, too
printf '%s\n' '<!-- #vrt positional-attributes: kind form -->' 'w	a' 'w	b' 'p	.' 'w	b' 'w	a' 'w	b' 'n	3' 'w	a' 'w	b' >"$TMPDIR/t"
segments -q -a -k w -n 2 "$TMPDIR/t" | cut -f 1,3 | sed 1d
ngrams -n 2 -m 2 "$TMPDIR/t" | cut -f 2,3 | sed 1,2d
