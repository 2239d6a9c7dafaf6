trend -B 5
