concordance -w 1 -n 2 -o right -p loi two.tokens
