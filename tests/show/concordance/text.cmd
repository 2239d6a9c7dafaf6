concordance -t -p 'la loi' two.tokens
