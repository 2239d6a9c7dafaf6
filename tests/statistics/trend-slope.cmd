# tolerance 1e-5
trend -q -b year -d trend-years.tsv trend-speeches.tsv | cut -f 1,2,5,7-12 | { read -r header; echo "$header"; sort; }
