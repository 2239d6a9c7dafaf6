printf '<!-- #vrt positional-attributes: word form -->\n' | richness
