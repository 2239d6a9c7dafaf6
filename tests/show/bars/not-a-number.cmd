bars -c t,v
