distance -M euclid trois.tsv
