read-iramuteq theme.in
