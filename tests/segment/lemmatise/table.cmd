lemmatise -x ../../../pipeline/rules/fr/lemmas.tsv -q -o lemma lois.in
