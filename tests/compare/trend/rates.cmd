trend -M rates years.tsv
