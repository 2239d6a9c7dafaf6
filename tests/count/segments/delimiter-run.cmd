# a token of delimiters only is one
printf '%s\n' '<!-- #vrt positional-attributes: kind form -->' 'w	a' 'w	b' 'p	?!' 'w	a' 'w	b' 'p	...' 'w	a' |
segments -q -a | cut -f 1,3
