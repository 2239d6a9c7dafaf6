printf '%s\n' '<!-- #vrt positional-attributes: kind form -->' '<speech id="a">' 'w	constitution' 'w	la' '</speech>' | readability -B 100
