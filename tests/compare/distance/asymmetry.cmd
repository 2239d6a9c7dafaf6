# N 5 and 10: E of b is 2, 0.5 and 2.5; 1.5 / (5 + 2 + 2.5)
distance -q
