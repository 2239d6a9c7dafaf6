concordance -E -p '(a' two.tokens
