concordance -w 2 -o right -p loi two.tokens
