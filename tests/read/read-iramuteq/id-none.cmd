read-iramuteq -i theme id.in
