read-vrt -o word,pos,lemma discours.tt
