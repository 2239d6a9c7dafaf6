(echo '<!-- #vrt positional-attributes: kind form -->'; seq -f 'w	m%g' 50) | growth -q -z -n 10
