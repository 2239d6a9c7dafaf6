concordance -w 2 -o left -p loi two.tokens
