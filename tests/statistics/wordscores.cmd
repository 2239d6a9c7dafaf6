# tolerance 1e-5
printf '%s\t%s\n' part score R1 -1.5 R3 0 R5 1.5 | scale -q -M wordscores -d - wordscores.tsv
