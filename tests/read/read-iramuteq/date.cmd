read-iramuteq date.in
