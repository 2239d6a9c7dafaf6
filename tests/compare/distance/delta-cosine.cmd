distance -M delta-cosine trois.tsv
