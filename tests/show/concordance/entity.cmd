concordance -w 1 -p '<' two.tokens
