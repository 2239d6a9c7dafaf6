{ cat three.tsv; printf "NA\tpaix\t9\n"; } | scale -M wordfish -L a -R c >/dev/null
