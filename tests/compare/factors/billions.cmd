factors -k 2
