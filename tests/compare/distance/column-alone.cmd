distance -c form trois.tsv
