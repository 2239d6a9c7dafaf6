factors -m x
