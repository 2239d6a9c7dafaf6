read-iramuteq twice.in
