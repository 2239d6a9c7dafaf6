lemmatise -d dic/none.dic lois.in
