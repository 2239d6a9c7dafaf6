read-conllu -o word,word
