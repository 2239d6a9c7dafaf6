tribune tokenize
