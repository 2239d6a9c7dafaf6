read-iramuteq small.in ./small.in
