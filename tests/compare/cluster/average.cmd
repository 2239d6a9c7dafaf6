# by hand: 2, 4, (6 + 10 + 5 + 9) / 4
cluster -M average quatre.tsv
