factors -q -k 1 -m 1 -n 2
