# tolerance 0.01 absolute
trend -q -P 20000 -M break trend.tsv | cut -f 1,14 | { read -r header; echo "$header"; sort; }
