read-iramuteq -i theme,numero id.in
