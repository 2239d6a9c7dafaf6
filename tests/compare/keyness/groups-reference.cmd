keyness -q -b speaker -d qui.tsv -p A -r B quatre.tsv
