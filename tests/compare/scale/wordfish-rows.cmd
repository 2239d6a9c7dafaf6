{ head -n 1 three.tsv; sed 1d three.tsv | sort -r; } | scale -q -M wordfish -L a -R c | cmp - wordfish.out
