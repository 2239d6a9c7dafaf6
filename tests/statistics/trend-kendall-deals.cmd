# tolerance 1e-5
trend -q -M kendall -f speaker -b year -d ../compare/trend/who.tsv ../compare/trend/said.tsv | cut -f 1,11,18 | { read -r header; echo "$header"; sort; }
