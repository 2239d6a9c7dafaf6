tokenise -o word,word
