merge court.tsv
