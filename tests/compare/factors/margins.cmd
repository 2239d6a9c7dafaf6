factors -q -k 1 -m 2 margins.tsv; grep -v "		" margins.tsv | factors -k 1 -m 2
