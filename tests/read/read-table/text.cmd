read-table -t réponse text.in
