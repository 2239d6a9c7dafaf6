concordance -p ' ' two.tokens
