read-conllu -o word,lemma
