printf '%s\n' '<!-- #vrt positional-attributes: kind form -->' '<speech id="a">' '<s>' 'p	!' '</s>' '</speech>' '<speech id="b">' '</speech>' | readability -B 100
