read-iramuteq id-variable.in
