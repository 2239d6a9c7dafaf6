# Jackknife of the sentences of a speech, in ten runs of neighbours: the rate of
# "nous" and of "pourquoi", a word more in each question, by 1,000 words, and of
# both together.
d <- read.delim("sentences.tsv")
words <- d$words + d$question
hits <- cbind(d$nous + d$question, d$nous, d$question)
n <- nrow(d)
run <- ((seq_len(n) - 1) * 10) %/% n
limits <- function(h) {
	rate <- 1000 * sum(h) / sum(words)
	v <- sapply(0:9, function(k) sum(h[run != k]) / sum(words[run != k]))
	e <- sqrt(9 / 10 * sum((log(v) - mean(log(v)))^2))
	rate * exp(c(-1, 1) * qt(.975, 9) * e)
}
q <- apply(hits, 2, limits)
write.table(data.frame(theme = c("discours", "discours/nous",
    "discours/pourquoi"), freq = colSums(hits), words = sum(words),
    rate = sprintf("%.10g", 1000 * colSums(hits) / sum(words)),
    low = sprintf("%.10g", q[1, ]), high = sprintf("%.10g", q[2, ]),
    mean = sprintf("%.10g", 1000 * colMeans(hits / words)), units = n),
    sep = "\t", quote = FALSE, row.names = FALSE)
