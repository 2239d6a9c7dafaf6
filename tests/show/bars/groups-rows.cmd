bars -g part -n 1 parts.tsv
