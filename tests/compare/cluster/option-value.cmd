cluster -k
