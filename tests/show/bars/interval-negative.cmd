bars -W 50 -c t,v,l,h
