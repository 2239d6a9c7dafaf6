bars rates.tsv rates.tsv
