concordance -a "$(seq -s, 33)" -p loi two.tokens
