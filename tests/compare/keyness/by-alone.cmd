keyness -b speaker -p A quatre.tsv
