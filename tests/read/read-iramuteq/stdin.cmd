read-iramuteq - 2>&1
