tokenise -o ,
