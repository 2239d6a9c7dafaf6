dispersion -m 0
