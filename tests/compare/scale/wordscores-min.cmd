scale -q -M wordscores -m 8 -d refs.tsv texts.tsv | cut -f 1-9
