concordance -t -W 10 -p loi two.tokens
