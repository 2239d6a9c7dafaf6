read-iramuteq no-name.in
