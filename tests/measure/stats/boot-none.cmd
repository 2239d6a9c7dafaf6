stats -B 1000 -t
