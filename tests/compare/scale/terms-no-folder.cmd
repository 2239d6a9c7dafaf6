scale -M wordfish -L a -R c -T no/such/folder three.tsv
