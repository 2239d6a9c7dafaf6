themes -d dict.tsv
