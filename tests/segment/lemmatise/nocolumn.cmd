lemmatise -c none lois.in
