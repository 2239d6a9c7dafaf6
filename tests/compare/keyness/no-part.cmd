keyness -p a1 autre.tsv
