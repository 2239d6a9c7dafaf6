scale -q -M wordscores -l 0.9 -d refs.tsv texts.tsv | cut -f 1,7-9
