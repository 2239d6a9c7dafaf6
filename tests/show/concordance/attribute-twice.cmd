concordance -a date,date -p loi two.tokens
