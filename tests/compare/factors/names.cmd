factors -q -k 1 -m 1
