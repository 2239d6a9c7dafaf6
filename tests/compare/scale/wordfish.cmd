scale -M wordfish -L a -R c three.tsv
