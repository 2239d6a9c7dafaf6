read-iramuteq
