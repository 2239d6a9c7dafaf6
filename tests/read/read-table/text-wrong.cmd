read-table -t texte text.in
