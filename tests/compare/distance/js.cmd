distance -M js trois.tsv
