keyness -C fisher -p a1 quatre.tsv
