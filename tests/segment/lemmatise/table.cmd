lemmatise -x ../../../pipeline/rules/lemmas-fr.tsv -q -o lemma lois.in
