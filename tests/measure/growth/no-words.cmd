printf '%s\n' '<!-- #vrt positional-attributes: kind form -->' '<speech id="a">' 'p	!' '</speech>' | growth
