read-conllu -o word,lemma,pos,xpos,feats
