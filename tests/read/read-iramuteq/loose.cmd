read-iramuteq loose.in
