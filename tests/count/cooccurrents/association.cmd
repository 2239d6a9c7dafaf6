# n11 10, n1p and np1 20, npp 60: G2 3.669001, MI .5849625, t 1.054093, Dice .5 (logDice 13)
awk 'BEGIN {
	print "<!-- #vrt positional-attributes: kind form -->"
	for (i = 0; i < 60; i++) {
		print "<s>"
		if (i < 20)
			print "p\t!"
		print "w\t" (i % 30 < 10 ? "a" : "c")
		print "</s>"
	}
}' | cooccurrents -p '!' | grep '^a'
