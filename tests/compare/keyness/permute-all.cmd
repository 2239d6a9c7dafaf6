keyness -p a1 -p a2 -P 10 quatre.tsv
