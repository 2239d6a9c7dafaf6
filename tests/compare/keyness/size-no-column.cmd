keyness -n 1 -p a1 quatre.tsv
