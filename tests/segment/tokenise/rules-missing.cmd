tokenise -R nowhere
