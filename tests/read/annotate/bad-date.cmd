annotate -d bad-date.tsv in.vrt
