for i in 1 2; do scale -q -M wordfish -L a -R c -B 50 three.tsv; done | sort | uniq -c | awk "{ print \$1 }" | sort -u
