concordance two.tokens
