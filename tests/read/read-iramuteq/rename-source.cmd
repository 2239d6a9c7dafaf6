read-iramuteq -r 'nom=source' rename.in
