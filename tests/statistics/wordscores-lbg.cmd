# tolerance 5e-4 absolute
scale -q -M wordscores -d wordscores-known.tsv wordscores.tsv | awk -F '\t' 'NR == 1 || $1 == "V1"' | cut -f 1,6,7
