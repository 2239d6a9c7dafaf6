concordance -w 1 -c word -p "L'" two.tokens
