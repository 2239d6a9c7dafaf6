keyness -a maths=0 -p a1 quatre.tsv
