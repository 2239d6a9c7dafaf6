bars -A -g part parts.tsv
