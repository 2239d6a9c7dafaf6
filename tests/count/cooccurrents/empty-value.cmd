printf '%s\n' '<!-- #vrt positional-attributes: word form -->' 'a	a' 'b	' 'c	c' | cooccurrents -m 1 -p a | cut -f 1-5,15
