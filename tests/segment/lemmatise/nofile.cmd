lemmatise -d none.tsv lois.in
