cluster -k 2 -M nj quatre.tsv
