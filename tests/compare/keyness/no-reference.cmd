keyness -p a1 -p a2 -p b1 -p b2 -p c1 quatre.tsv
