lemmatise -X -x own.tsv lois.in
