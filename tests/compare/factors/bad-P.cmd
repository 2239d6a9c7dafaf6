factors -P x
