printf '%s\n' '<!-- #vrt positional-attributes: kind form lemma -->' '<speech id="a">' '<s>' 'w	la	la' 'w	loi	' '</s>' '</speech>' | richness -c lemma -i ttr
