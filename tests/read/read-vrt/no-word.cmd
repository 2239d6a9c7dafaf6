read-vrt -o pos,lemma
