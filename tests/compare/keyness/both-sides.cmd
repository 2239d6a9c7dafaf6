keyness -p a1 -r a1 quatre.tsv
