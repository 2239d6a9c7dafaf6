concordance -w 1 -c stem -p 'financ*' two.tokens
