awk 'BEGIN {
	printf "<TEI><text><body><p n=\""
	for (i = 0; i < 200000; i++)
		print "Un attribut que personne ne ferme prend tout ce qui vient derrière lui, ligne après ligne."
}' | read-tei
