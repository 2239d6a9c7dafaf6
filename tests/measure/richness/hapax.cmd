(echo '<!-- #vrt positional-attributes: kind form -->'; seq -f 'w	m%g' 50) | richness -q -i all
