(echo '<!-- #vrt positional-attributes: kind form -->'; for k in 1 2 3 4 5 6 7 8 9; do yes "w	m$k" | head -n $((36 / k)); done) | growth -q -z
