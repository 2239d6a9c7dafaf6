merge vide.tsv a.tsv vide.tsv | cmp - a.tsv
