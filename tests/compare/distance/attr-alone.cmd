distance -b speaker trois.tsv
