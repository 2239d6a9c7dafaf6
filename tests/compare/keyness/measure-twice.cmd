keyness -a diff,diff -p a1 quatre.tsv
