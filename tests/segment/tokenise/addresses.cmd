tokenise -o word,kind
