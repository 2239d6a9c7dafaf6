lemmatise -d own.tsv -C ,2 lois.in
