printf '<!-- #vrt positional-attributes: kind form -->\n' | stats -t
