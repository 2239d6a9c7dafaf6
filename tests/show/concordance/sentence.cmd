concordance -w s -p loi two.tokens
