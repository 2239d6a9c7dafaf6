keyness -p zz quatre.tsv
