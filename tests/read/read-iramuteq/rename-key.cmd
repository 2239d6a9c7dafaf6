read-iramuteq -r '!!=nom' rename.in
