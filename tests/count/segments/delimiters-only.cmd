printf '%s\n' '<!-- #vrt positional-attributes: form -->' . , . | segments -a
