printf '%s\n' '<!-- #vrt positional-attributes: kind form -->' '<speech id="a" party="a\b">' 'w	R&amp;D' 'w	R&amp;D' '</speech>' | richness -q -b party -i ttr
