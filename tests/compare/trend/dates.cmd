trend -b date -d speeches.tsv -C poisson themes.tsv
