concordance -p "l'emploi" two.tokens
