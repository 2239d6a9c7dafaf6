table -W 15
