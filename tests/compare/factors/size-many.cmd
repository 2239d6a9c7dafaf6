factors -m 1
