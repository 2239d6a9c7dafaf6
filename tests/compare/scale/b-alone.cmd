scale -M wordfish -L a -R c -b party three.tsv
