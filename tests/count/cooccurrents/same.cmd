# the other word is all that there is: S 0, G2 NA where a margin is everything
printf '%s\n' '<!-- #vrt positional-attributes: form -->' a b a b | cooccurrents -q -m 1 -p a | cut -f 1-9,11
