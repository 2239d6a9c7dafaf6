keyness -a diff=3 -p a1 quatre.tsv
