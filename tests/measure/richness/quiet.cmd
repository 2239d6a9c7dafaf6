printf '%s\n' '<!-- #vrt positional-attributes: kind form -->' 'w	un' | richness -q -i ttr
