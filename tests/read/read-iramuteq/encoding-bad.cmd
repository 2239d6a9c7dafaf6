read-iramuteq encoding.in
