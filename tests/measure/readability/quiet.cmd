printf '%s\n' '<!-- #vrt positional-attributes: kind form -->' 'w	constitution' | readability -q
