printf '%s\n' '<!-- #vrt positional-attributes: kind form -->' '<speech id="a">' '</speech>' | growth -b id -z
