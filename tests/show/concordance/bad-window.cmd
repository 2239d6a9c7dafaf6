concordance -w x -p loi two.tokens
