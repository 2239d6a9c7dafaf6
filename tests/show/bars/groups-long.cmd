bars -W 40 -g part
