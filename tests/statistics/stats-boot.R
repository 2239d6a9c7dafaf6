# Bootstrap of 40 sentences: percentile intervals of words by sentence, of
# "nous" by 1,000 words and of questions by 100 sentences. R draws with another
# generator, so that only the law of the draws is the same.
d <- read.delim("sentences.tsv")
set.seed(1)
reps <- 200000
n <- nrow(d)
draw <- function(i) {
	s <- colSums(d[sample.int(n, n, TRUE), ])
	c(s[["words"]] / n, 1000 * s[["nous"]] / s[["words"]],
	    100 * s[["question"]] / n)
}
b <- sapply(seq_len(reps), draw)
q <- apply(b, 1, quantile, c(.025, .975))
sum <- colSums(d)
count <- c(sum[["words"]], sum[["nous"]], sum[["question"]])
base <- c(n, sum[["words"]], n)
write.table(data.frame(measure = c("sentence_length", "first_plural_per_1000",
    "questions_per_100"), count, base,
    value = sprintf("%.10g", c(1, 1000, 100) * count / base),
    low = sprintf("%.10g", q[1, ]), high = sprintf("%.10g", q[2, ]), units = n),
    sep = "\t", quote = FALSE, row.names = FALSE)
