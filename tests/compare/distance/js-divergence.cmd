distance -M js-divergence trois.tsv
