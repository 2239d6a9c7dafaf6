awk 'BEGIN { print "<!-- #vrt positional-attributes: word form -->"; for (i = 1; i <= 20000; i++) print "w" i "\tw" i }' | concordance -w 2 -p w1 -p w4200 -p w4201 -p w19999 -p w20000
