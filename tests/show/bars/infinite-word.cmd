bars -c v,t
