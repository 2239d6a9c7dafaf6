tribune ../bin/tokenise
