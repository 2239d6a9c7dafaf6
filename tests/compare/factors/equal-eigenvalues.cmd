factors -m 1 -P 1 -k 2
