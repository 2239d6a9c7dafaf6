lemmatise -X -C morphalou -d morphalou31.csv porte.in
