bars -W 40
