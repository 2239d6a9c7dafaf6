table -W 5
