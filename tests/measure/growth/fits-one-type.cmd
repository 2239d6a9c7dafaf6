(echo '<!-- #vrt positional-attributes: kind form -->'; yes 'w	oui' | head -n 50) | growth -q -z -n 10
