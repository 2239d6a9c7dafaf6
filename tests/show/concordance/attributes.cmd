concordance -a speaker,date -w 2 -p loi two.tokens
