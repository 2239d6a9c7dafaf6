# tolerance 1e-5
trend -q -C poisson trend.tsv | cut -f 1,7-9,17
