# Lafon's S of every group of consecutive periods; the largest |S| of a form.
source("trend-lib.r")
x <- read_counts("trend.tsv")
n <- ncol(x$f); T <- sum(x$t)
d <- do.call(rbind, lapply(rownames(x$f), function(w) {
	F <- sum(x$f[w, ])
	a <- do.call(rbind, lapply(1:n, function(i) do.call(rbind, lapply(i:n,
	    function(j) {
		if (i == 1 && j == n)
			return(NULL)
		f <- sum(x$f[w, i:j]); t <- sum(x$t[i:j])
		p <- if (f < F * t / T) phyper(f, F, T - F, t) else
			phyper(f - 1, F, T - F, t, FALSE)
		S <- if (f < F * t / T) log10(p) else -log10(p)
		data.frame(form = w, from = names(x$t)[i], to = names(x$t)[j],
		    periods = j - i + 1, f = f, F = F, t = t, T = T,
		    E = F * t / T, S = S, p = pmin(1, 2 * p))
	}))))
	s <- round(abs(a$S), 8)
	a[order(-s, a$S < 0, a$periods, a$from, method = "radix")[1], ]
}))
d$q <- p.adjust(pmin(1, d$p * (n * (n + 1) / 2 - 1)), "BH")
d <- by_p(d, d$p, d$form)
d[9:12] <- lapply(d[9:12], g)
write_rows(d)
