keyness -q -b speaker -d qui.tsv -p Z quatre.tsv
