trend -q -C poisson years.tsv
