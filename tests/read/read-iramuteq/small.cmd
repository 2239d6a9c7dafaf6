read-iramuteq small.in
