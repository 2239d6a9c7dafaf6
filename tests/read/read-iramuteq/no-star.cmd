read-iramuteq no-star.in
