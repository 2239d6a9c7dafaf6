trend -q -C negbin years.tsv
