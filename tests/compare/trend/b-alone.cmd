trend -b year themes.tsv
