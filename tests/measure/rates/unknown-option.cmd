rates -z
