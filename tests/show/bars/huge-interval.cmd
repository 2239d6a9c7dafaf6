bars -W 60 -c v,t,l,h
