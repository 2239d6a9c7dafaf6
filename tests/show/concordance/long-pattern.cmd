concordance -p "$(printf 'a %.0s' $(seq 65))" two.tokens
