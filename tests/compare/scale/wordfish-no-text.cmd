scale -M wordfish -L a -R z three.tsv
