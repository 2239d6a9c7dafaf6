printf '%s\n' '<!-- #vrt positional-attributes: word form -->' 'a	a' 'b	b' 'x	' 'a	a' 'b	b' | segments
