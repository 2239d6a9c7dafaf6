lemmatise -d
