scale -M wordfish three.tsv
