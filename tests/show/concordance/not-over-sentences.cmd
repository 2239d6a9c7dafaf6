concordance -p '. la' two.tokens
