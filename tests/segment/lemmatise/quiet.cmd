lemmatise -q lois.in
