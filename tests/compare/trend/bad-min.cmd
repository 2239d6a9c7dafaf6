trend -m 0
