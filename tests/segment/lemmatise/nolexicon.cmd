lemmatise -C lefff lois.in
