scale -M wordscores -d refs.tsv -B 100 texts.tsv
