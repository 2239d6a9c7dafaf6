read-iramuteq stars.in
