table t.tsv
