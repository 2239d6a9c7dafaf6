distance -M l1 trois.tsv
