merge autre.tsv
