scale -q -M wordfish -L a -R c -B 50 three.tsv
