map -W 50
