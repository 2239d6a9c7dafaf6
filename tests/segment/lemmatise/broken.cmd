lemmatise -x broken.tsv lois.in
