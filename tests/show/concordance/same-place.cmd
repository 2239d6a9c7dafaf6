concordance -w 0 -p loi -p 'l*i' -p 'la loi' two.tokens
