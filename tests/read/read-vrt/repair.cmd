read-vrt -o word,lemma
