# common with E < 1: in the numerator only; (0.5 + 0.5) / (2 + 1.5)
distance -q
