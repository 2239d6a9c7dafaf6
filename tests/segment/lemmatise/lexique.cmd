lemmatise -d lexique.tsv -C lexique lois.in
