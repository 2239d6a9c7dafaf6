concordance -E -p absent two.tokens
