rates -r
