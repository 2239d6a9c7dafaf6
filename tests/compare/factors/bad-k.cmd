factors -k x
