trend -s x
