# Bootstrap of the sentences of a speech: percentile intervals of "nous" and of
# "pourquoi", a word more in each question, by 1,000 words, and of both
# together. R draws with another generator, so that only the law of the draws
# is the same.
d <- read.delim("sentences.tsv")
words <- d$words + d$question
hits <- cbind(d$nous + d$question, d$nous, d$question)
set.seed(1)
reps <- 200000
n <- nrow(d)
draw <- function(i) {
	k <- sample.int(n, n, TRUE)
	1000 * colSums(hits[k, ]) / sum(words[k])
}
q <- apply(sapply(seq_len(reps), draw), 1, quantile, c(.025, .975))
write.table(data.frame(theme = c("discours", "discours/nous",
    "discours/pourquoi"), freq = colSums(hits), words = sum(words),
    rate = sprintf("%.10g", 1000 * colSums(hits) / sum(words)),
    low = sprintf("%.10g", q[1, ]), high = sprintf("%.10g", q[2, ]),
    mean = sprintf("%.10g", 1000 * colMeans(hits / words)), units = n),
    sep = "\t", quote = FALSE, row.names = FALSE)
