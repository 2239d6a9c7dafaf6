keyness -m 5 -p a1 -p a2 quatre.tsv
