scale -q -M wordfish -L a -R c -B 50 -s 7 three.tsv
