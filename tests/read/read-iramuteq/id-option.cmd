read-iramuteq -i a,, id.in
