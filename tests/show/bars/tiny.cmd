bars -W 50
