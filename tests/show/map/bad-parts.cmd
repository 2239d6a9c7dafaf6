map -k 5,x; map -k ,3
