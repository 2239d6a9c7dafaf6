lemmatise -q -c word -o form,lemma lois.in
