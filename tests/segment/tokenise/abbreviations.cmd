tokenise -o word
