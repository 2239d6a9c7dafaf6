concordance -w 1 -E -p 'l. (loi|lois)' -p '[0-9]+' two.tokens
