concordance -w 1 -n 2 -p loi two.tokens
