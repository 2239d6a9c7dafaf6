table -g -W 15
