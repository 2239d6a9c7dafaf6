factors -x never smoke.tsv
