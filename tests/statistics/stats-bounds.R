# Jackknife of 40 sentences in ten runs of neighbours: words by sentence, "nous"
# by 1,000 words and questions by 100 sentences.
d <- read.delim("sentences.tsv")
n <- nrow(d)
run <- ((seq_len(n) - 1) * 10) %/% n
figures <- function(d) {
	s <- colSums(d)
	c(s[["words"]] / nrow(d), 1000 * s[["nous"]] / s[["words"]],
	    100 * s[["question"]] / nrow(d))
}
x <- figures(d)
v <- log(sapply(0:9, function(k) figures(d[run != k, ])))
e <- sqrt(9 / 10 * rowSums((v - rowMeans(v))^2))
sum <- colSums(d)
count <- c(sum[["words"]], sum[["nous"]], sum[["question"]])
base <- c(n, sum[["words"]], n)
write.table(data.frame(measure = c("sentence_length", "first_plural_per_1000",
    "questions_per_100"), count, base, value = sprintf("%.10g", x),
    low = sprintf("%.10g", x * exp(-qt(.975, 9) * e)),
    high = sprintf("%.10g", x * exp(qt(.975, 9) * e)), units = n),
    sep = "\t", quote = FALSE, row.names = FALSE)
