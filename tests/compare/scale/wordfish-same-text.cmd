scale -M wordfish -L a -R a three.tsv
