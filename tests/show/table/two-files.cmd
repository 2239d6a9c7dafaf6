table t.tsv t.tsv
