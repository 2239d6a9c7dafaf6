read-iramuteq bare.in
