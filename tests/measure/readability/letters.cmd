printf '%s\n' '<!-- #vrt positional-attributes: kind form -->' '<speech id="a">' '<s>' 'w	cœurs' 'w	arc-en-ciel' 'w	sixsix' 'w	dernier' '</s>' '</speech>' | readability
