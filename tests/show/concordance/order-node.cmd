concordance -w 2 -o node -p 'emploi*' two.tokens
