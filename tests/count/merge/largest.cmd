merge grand.tsv vide.tsv
