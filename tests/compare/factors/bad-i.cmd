factors -i x
