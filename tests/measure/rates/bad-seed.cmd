rates -s x
