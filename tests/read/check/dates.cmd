awk -f dates.awk | check -q -n 0
