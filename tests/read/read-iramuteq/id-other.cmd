read-iramuteq -i x id-other.in
