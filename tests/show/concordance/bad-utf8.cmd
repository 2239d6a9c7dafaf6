concordance -p "$(printf '\351')" two.tokens
