printf '%s\n' '<!-- #vrt positional-attributes: kind form -->' 'w	un' '<speech id="a">' 'w	la' 'w	loi' '</speech>' 'w	deux' 'w	un' | richness -i ttr,mattr -w 2
