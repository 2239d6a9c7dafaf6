scale -M wordscores -d refs.tsv texts.tsv
