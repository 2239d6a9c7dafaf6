merge parts.tsv part-b.tsv
