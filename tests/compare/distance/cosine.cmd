distance -M cosine trois.tsv
