{ cat three.tsv; printf "NA\tpaix\t9\n"; } | scale -q -M wordfish -L a -R c | cmp - wordfish.out
