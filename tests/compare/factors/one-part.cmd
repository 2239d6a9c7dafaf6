factors -m 1 -k 1 -P 1
