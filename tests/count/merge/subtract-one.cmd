merge -s zero.tsv
