read-iramuteq empty-value.in
