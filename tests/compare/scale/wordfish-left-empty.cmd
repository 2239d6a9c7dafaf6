{ cat three.tsv; printf "d\tpaix\t0\n"; } | scale -M wordfish -L a -R d
