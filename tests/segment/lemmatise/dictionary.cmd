lemmatise -q -X -d dic/fr.aff -o form,lemma lois.in
