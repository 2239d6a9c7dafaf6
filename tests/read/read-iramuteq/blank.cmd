read-iramuteq blank.in
