# Types and hapax of the first words, seen and expected by the binomial law.
source("lib/words.R")
w <- unlist(read_words("speeches.vrt"))
f <- as.vector(table(w))
N <- length(w)
n <- floor(seq_len(8) * N / 8)
put_table(data.frame(words = n,
    types = vapply(n, function(k) length(unique(w[1:k])), 0L),
    expected_types = vapply(n, function(k) length(f) - sum((1 - k / N)^f), 0),
    hapax = vapply(n, function(k) sum(table(w[1:k]) == 1), 0L),
    expected_hapax =
	vapply(n, function(k) sum(f * k / N * (1 - k / N)^(f - 1)), 0)))
