concordance -n 0 -p loi two.tokens
