concordance -a date,line -p loi two.tokens
