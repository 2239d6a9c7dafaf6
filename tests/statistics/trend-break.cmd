# tolerance 1e-5
trend -q -P 0 -M break trend.tsv | cut -f 1,5-7,12 | { read -r header; echo "$header"; sort; }
