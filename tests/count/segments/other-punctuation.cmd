# punctuation that is no delimiter is passed over
printf '%s\n' '<!-- #vrt positional-attributes: kind form -->' 'w	a' 'p	[' 'w	b' 'p	,' 'w	a' 'w	b' |
segments -q -a | cut -f 1,3
