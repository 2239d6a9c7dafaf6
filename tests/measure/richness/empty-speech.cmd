printf '%s\n' '<!-- #vrt positional-attributes: kind form -->' '<speech id="a">' '</speech>' | richness -i all -B 100
