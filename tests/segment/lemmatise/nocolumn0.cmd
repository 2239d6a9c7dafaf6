lemmatise -d own.tsv -C 0,2 lois.in
