keyness -P 0 -p a1 quatre.tsv
