read-iramuteq -e windows-1252 encoding.in
