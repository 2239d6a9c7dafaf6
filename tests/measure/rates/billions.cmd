rates -g
