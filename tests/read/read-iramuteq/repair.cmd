read-iramuteq repair.in
