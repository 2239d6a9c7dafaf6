tokenise -R rules-office
