printf '<!-- #vrt positional-attributes: word kind form -->\n' | richness
