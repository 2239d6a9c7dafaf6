distance -M delta trois.tsv
