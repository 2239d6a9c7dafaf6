bars -g part parts.tsv
