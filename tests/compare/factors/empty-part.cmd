factors -k 1 -m 2
