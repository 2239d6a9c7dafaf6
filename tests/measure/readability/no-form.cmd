printf '<!-- #vrt positional-attributes: word kind -->\n' | readability
