awk -f long.awk | check -q -n 0 -x paragraph,language
