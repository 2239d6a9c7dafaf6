map -H 9; map -W 39; map -k 0; map -f de
