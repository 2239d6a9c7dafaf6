# by hand, in squares: to Coty (2 * 36 + 2 * 25 - 4) / 3 = 118 / 3, to
# Debré (2 * 100 + 2 * 81 - 4) / 3 = 358 / 3, together
# (3 * 118 / 3 + 3 * 358 / 3 - 2 * 16) / 4 = 111
cluster -M ward quatre.tsv
