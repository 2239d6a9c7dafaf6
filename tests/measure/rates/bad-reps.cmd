rates -B 99
