concordance -c lemma -p loi two.tokens
