concordance -w 2 -o text -p 'emploi*' two.tokens
