trend -M increase -t 0
