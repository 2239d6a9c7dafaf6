lemmatise -x twice.tsv lois.in
