read-iramuteq -q repair.in
