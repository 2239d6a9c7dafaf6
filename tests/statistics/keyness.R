# D1 and D4 of Lafon's table against the other eight speeches: G2, its p and
# their corrections, Walter's LogRatio, LRC by binom.test, the z of Monroe,
# Colaresi & Quinn, dispersion on each side, and the permutation test over all
# ways to choose two speeches of ten.
t <- read.delim("robespierre.tsv", quote = "")
n <- t[t$form == "", ]
t <- t[t$form != "", ]
t <- xtabs(freq ~ form + part, t)
n <- n$freq[match(colnames(t), n$part)]
target <- colnames(t) %in% c("D1", "D4")
g2 <- function(f1, n1, f2, n2) {
	o <- matrix(c(f1, n1 - f1, f2, n2 - f2), 2)
	e <- outer(rowSums(o), colSums(o)) / sum(o)
	2 * sum(ifelse(o > 0, o * log(o / e), 0))
}
lrc <- function(f1, n1, f2, n2, alpha) {
	tau <- binom.test(f1, f1 + f2, conf.level = 1 - alpha)$conf.int
	l <- log2(n2 / n1 * tau / (1 - tau))
	if (l[1] > 0) l[1] else if (l[2] < 0) l[2] else 0
}
z <- function(f1, n1, f2, n2, a0) {
	a <- a0 * (f1 + f2) / (n1 + n2)
	(log((f1 + a) / (n1 + a0 - f1 - a)) -
	    log((f2 + a) / (n2 + a0 - f2 - a))) / sqrt(1 / (f1 + a) + 1 / (f2 + a))
}
dp <- function(f, n) sum(abs(f / sum(f) - n / sum(n))) / 2
sets <- combn(length(n), sum(target))
row <- function(f) {
	side <- function(s) g2(sum(f[s]), sum(n[s]), sum(f[-s]), sum(n[-s]))
	f1 <- sum(f[target])
	n1 <- sum(n[target])
	f2 <- sum(f[!target])
	n2 <- sum(n[!target])
	G <- g2(f1, n1, f2, n2)
	all <- apply(sets, 2, side)
	c(f1 = f1, n1 = n1, f2 = f2, n2 = n2, range1 = sum(f[target] > 0),
	    range2 = sum(f[!target] > 0), DP1_0even = dp(f[target], n[target]),
	    DP2_0even = dp(f[!target], n[!target]), G2 = sign(f1 / n1 - f2 / n2) * G,
	    p = pchisq(G, 1, lower.tail = FALSE), q = 0, p_holm = 0,
	    LogRatio = log2((f1 + .5) / (n1 + .5) / ((f2 + .5) / (n2 + .5))),
	    LRC = lrc(f1, n1, f2, n2, .05 / nrow(t)), z = z(f1, n1, f2, n2, 500),
	    DIFF = 100 * (f1 / n1 - f2 / n2) / (f2 / n2),
	    maths = (1e6 * f1 / n1 + 100) / (1e6 * f2 / n2 + 100),
	    p_perm = mean(all >= G * (1 - 1e-9)), q_perm = 0)
}
d <- data.frame(t(apply(t, 1, row)))
d$q <- p.adjust(d$p, "BH")
d$p_holm <- p.adjust(d$p, "holm")
d$q_perm <- p.adjust(d$p_perm, "BH")
o <- order(-d$LRC, -d$G2)
d <- data.frame(form = rownames(t), apply(d, 2, function(v) sprintf("%.10g", v)))
write.table(d[o, ], sep = "\t", quote = FALSE, row.names = FALSE)
