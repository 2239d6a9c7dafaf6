printf "Un mot.\n" | tokenise -q | classes -q -o stability -B 2
