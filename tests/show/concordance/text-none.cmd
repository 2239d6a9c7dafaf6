concordance -t -p rien two.tokens
