trend -q -C poisson -C quasi years.tsv | cmp - slope.out
