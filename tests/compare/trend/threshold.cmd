trend -M chrono -t 5 years.tsv; trend -q -M increase years.tsv
