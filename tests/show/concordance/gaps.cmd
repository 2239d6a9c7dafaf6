keep -k w two.tokens 2>/dev/null | concordance -w 3 -p 'loi' -p 'l emploi' -p 'emploi nos'
