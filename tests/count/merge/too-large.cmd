merge trop.tsv
