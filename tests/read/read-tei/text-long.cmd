awk 'BEGIN {
	print "<TEI><text><body><p>"
	for (i = 0; i < 200000; i++)
		print "Un paragraphe que personne ne ferme prend tout ce qui vient derrière lui, ligne après ligne."
}' | read-tei
