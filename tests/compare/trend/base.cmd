trend -q -r 100 -M kendall -m 20 years.tsv
