factors -m 1 -k 2
