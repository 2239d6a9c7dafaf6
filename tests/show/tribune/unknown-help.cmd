tribune help tokenize
