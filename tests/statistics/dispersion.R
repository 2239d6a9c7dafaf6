# Dispersion of the forms of Lafon's table over its ten parts, by the formulas.
t <- read.delim("robespierre.tsv", quote = "")
n <- t[t$form == "", ]
t <- t[t$form != "", ]
t <- xtabs(freq ~ form + part, t)
n <- n$freq[match(colnames(t), n$part)]
x <- function(v) sprintf("%.10g", v)
row <- function(f) {
	k <- length(f)
	s <- n / sum(n)
	v <- f / sum(f)
	p <- f / n
	q <- p / sum(p)
	dp <- sum(abs(v - s)) / 2
	c(F = sum(f), T = sum(n), parts = k, range = sum(f > 0),
	    D_1even = x(1 - sqrt(mean((p - mean(p))^2)) / mean(p) / sqrt(k - 1)),
	    D2_1even = x(-sum(ifelse(q > 0, q * log(q), 0)) / log(k)),
	    S_1even = x(sum(sqrt(s * f))^2 / sum(f)),
	    DP_0even = x(dp), DPnorm_0even = x(dp / (1 - min(s))),
	    DKL_0even = x(sum(ifelse(v > 0, v * log2(v / s), 0))))
}
d <- data.frame(form = rownames(t), t(apply(t, 1, row)))
write.table(d, sep = "\t", quote = FALSE, row.names = FALSE)
