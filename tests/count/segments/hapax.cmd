printf '%s\n' '<!-- #vrt positional-attributes: form -->' a b c | segments
