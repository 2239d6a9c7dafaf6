merge -s parts.tsv part-b.tsv
