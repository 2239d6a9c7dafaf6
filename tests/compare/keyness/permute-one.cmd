keyness -p a1 -P 1000 quatre.tsv
