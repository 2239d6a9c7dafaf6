keyness -a odds -p a1 quatre.tsv
