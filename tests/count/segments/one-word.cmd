# one word again and again: all is in the longest
printf '%s\n' '<!-- #vrt positional-attributes: form -->' a a a a a | segments -a
