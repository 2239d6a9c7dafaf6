tribune tokenise -o form
