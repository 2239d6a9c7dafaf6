merge vide.tsv vide.tsv
