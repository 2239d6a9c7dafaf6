lemmatise -X -o form,lemma lois.in
