merge grand.tsv un.tsv
