# Lafon's S of every period against itself and all earlier ones.
source("trend-lib.r")
x <- read_counts("trend.tsv")
n <- ncol(x$f)
d <- do.call(rbind, lapply(2:n, function(k) do.call(rbind,
    lapply(rownames(x$f), function(w) {
	f <- x$f[w, k]; F <- sum(x$f[w, 1:k])
	t <- x$t[[k]]; T <- sum(x$t[1:k])
	if (F == 0)
		return(NULL)
	p <- if (f < F * t / T) phyper(f, F, T - F, t) else
		phyper(f - 1, F, T - F, t, FALSE)
	S <- if (f < F * t / T) log10(p) else -log10(p)
	data.frame(period = names(x$t)[k], form = w, f = f, F = F, t = t, T = T,
	    E = F * t / T, S = S, p = pmin(1, 2 * p))
}))))
d$q <- p.adjust(d$p, "BH")
d <- d[order(d$period, -d$S, d$form, method = "radix"), ]
d[7:10] <- lapply(d[7:10], g)
write_rows(d)
