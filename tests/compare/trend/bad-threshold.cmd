trend -t x
