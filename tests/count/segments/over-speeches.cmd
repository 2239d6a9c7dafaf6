segments -m 2 -n 2
