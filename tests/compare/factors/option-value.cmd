factors -E
