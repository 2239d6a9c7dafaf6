read-iramuteq -i x id-unsafe.in
