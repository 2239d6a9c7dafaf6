distance -q -M delta trois.tsv
