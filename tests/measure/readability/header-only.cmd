printf '<!-- #vrt positional-attributes: kind form -->\n' | readability
