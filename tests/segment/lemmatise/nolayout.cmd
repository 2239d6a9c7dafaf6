lemmatise -d own.tsv -C other lois.in
