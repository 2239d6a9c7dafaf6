distance -x trois.tsv
