keyness -p a1 -p a2 -r b1 -r b2 quatre.tsv
