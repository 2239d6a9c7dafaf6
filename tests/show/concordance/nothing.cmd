concordance -p absent two.tokens
