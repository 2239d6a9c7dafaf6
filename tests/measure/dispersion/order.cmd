{ head -n 1 trois.tsv; sed 1d trois.tsv | sort -r; } | dispersion
