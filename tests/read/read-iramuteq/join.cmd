read-iramuteq -j join.in
