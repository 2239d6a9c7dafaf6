tokenise -o form,kind
