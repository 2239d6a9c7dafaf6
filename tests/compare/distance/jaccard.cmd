distance -M jaccard trois.tsv
