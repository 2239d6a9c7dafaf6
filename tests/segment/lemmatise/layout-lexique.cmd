lemmatise -X -C lexique -d lexique383.tsv porte.in
