cluster quatre.tsv two.tsv
