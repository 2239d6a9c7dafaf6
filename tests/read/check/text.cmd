check -q -n 0 -
