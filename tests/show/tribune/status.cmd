tribune tokenise -o nothing
