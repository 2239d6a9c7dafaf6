factors -m 1 -k 1
