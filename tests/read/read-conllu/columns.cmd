read-conllu -o pos,word
