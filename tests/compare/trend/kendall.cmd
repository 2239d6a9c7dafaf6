trend -M kendall years.tsv
