factors -k 0; factors -k 301; factors -m 0; factors -P 0
