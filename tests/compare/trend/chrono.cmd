trend -M chrono -t 0 years.tsv
