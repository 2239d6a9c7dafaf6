lemmatise -d own.tsv -C 1,2,3,4,5 lois.in
