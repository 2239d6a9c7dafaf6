keyness -p a1 -r b1 -P 1000 quatre.tsv
