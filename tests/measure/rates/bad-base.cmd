rates -r 0
