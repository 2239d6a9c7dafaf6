read-iramuteq before.in
