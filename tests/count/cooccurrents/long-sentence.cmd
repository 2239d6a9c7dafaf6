awk 'BEGIN { print "<!-- #vrt positional-attributes: form -->"; for (i = 0; i < 10001; i++) print "m" i }' | cooccurrents -A -w s
