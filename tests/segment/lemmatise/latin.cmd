lemmatise -d dic/latin.dic lois.in
