trend -r 0
