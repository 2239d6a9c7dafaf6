trend -l 1
