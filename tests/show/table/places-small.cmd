table -p 2
