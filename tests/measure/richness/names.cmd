printf '%s\n' '<!-- #vrt positional-attributes: kind form -->' '<speech id="a\b">' 'w	R&amp;D' 'w	R&amp;D' '</speech>' | richness -q -i ttr
