printf '<!-- #vrt positional-attributes: kind form -->\n' | growth -z
