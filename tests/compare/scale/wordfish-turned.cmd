scale -q -M wordfish -L c -R a three.tsv
