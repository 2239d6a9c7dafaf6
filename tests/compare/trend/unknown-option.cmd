trend -z
