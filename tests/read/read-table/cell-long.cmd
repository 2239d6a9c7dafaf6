awk 'BEGIN {
	printf "id,texte\na,\""
	for (i = 0; i < 100000; i++)
		print "Deux cents caractères de texte, encore et encore, dans une cellule dont personne ne ferme les guillemets, et qui prend donc tout le reste du fichier, aussi long soit-il, ligne après ligne, fin."
}' | read-table
