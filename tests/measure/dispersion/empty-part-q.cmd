dispersion -q
