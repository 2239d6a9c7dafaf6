read-vrt -o word,pos,lemma,feats
