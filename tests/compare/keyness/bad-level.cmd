keyness -l 1 -p a1 quatre.tsv
