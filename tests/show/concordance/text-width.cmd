concordance -t -W 50 -a speaker,date -p 'emploi*' two.tokens
