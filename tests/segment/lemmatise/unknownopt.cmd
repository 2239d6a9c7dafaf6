lemmatise -z
