lemmatise -d nohead.tsv lois.in
