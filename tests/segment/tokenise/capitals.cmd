tokenise -o word,form
