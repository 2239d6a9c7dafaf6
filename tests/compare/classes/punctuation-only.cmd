printf "%s\n" "..." "« Oui. » Non." | tokenise -q | classes -q
