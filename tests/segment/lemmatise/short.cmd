lemmatise -d short.tsv lois.in
