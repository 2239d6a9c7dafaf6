map -x
