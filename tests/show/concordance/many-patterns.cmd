concordance $(printf ' -pa%.0s' $(seq 65)) two.tokens
