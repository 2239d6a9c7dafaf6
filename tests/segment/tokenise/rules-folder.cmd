tokenise -R rules -o word
