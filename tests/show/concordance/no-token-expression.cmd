concordance -E -p ' ' two.tokens
