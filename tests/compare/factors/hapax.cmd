factors -k 1
