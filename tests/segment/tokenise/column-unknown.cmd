tokenise -o word,lemma
