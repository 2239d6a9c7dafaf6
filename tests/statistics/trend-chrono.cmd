# tolerance 1e-5
trend -q -t 0 -M chrono trend.tsv
