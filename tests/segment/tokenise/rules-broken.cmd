tokenise -R badrules
