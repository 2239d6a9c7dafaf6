factors -m 1 -n 4
