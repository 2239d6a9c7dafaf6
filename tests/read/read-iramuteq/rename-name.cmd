read-iramuteq -r 'nom=Le nom' rename.in
