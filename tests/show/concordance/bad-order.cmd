concordance -o up -p loi two.tokens
