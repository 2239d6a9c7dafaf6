keyness quatre.tsv
