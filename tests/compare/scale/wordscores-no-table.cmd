scale -M wordscores texts.tsv
