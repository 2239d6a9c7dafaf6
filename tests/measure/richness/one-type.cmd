(echo '<!-- #vrt positional-attributes: kind form -->'; yes 'w	oui' | head -n 50) | richness -q -i all
