lemmatise -h
