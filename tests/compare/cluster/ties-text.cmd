cluster -M complete -f text ties.tsv
