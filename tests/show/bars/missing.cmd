bars -W 40 -c t,v
