keyness -b speaker -d qui.tsv -p A quatre.tsv
