factors -z
