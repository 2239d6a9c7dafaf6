lemmatise -q -o pos,word,lemma lois.in
