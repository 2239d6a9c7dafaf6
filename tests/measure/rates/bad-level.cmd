rates -l 1
