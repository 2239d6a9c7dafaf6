concordance -w 1 -p 'em*oi*' -p 'la *' two.tokens
