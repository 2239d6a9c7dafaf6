table -W 20
