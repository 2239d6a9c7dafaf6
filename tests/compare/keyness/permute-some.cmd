keyness -p a1 -p a2 -P 5 quatre.tsv
