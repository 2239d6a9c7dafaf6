# every « a b » lies in an « a b c a b », but there at two places
printf '%s\n' '<!-- #vrt positional-attributes: form -->' a b c a b . a b c a b | segments -a
