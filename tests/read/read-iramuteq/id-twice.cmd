read-iramuteq -i numero id.in
