read-iramuteq -r nom=speaker -r jour=date rename.in
