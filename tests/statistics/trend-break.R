# The change point with the highest Poisson likelihood, and its p over all
# 40,320 orders of the 8 periods.
source("trend-lib.r")
x <- read_counts("trend.tsv")
n <- ncol(x$f)
orders <- function(v) if (length(v) < 2) list(v) else
	unlist(lapply(seq_along(v), function(i)
	    lapply(orders(v[-i]), function(r) c(v[i], r))), FALSE)
all <- do.call(rbind, orders(1:n))
term <- function(f, t, F, T) ifelse(f > 0, f * log(f * T / (F * t)), 0)
lr <- function(f, t) {
	F <- sum(f); T <- sum(t)
	a <- cumsum(f)[-n]; b <- cumsum(t)[-n]
	2 * (term(a, b, F, T) + term(F - a, T - b, F, T))
}
d <- do.call(rbind, lapply(rownames(x$f), function(w) {
	v <- lr(x$f[w, ], x$t)
	k <- which.max(v)
	F <- sum(x$f[w, ]); T <- sum(x$t)
	a <- t(apply(matrix(x$f[w, all], nrow(all)), 1, cumsum))[, -n]
	b <- t(apply(matrix(x$t[all], nrow(all)), 1, cumsum))[, -n]
	null <- 2 * (term(a, b, F, T) + term(F - a, T - b, F, T))
	data.frame(form = w, `break` = names(x$t)[k + 1],
	    f1 = sum(x$f[w, 1:k]), t1 = sum(x$t[1:k]), lr = max(v),
	    p = mean(do.call(pmax, as.data.frame(null)) >= max(v) - 1e-9),
	    check.names = FALSE)
}))
d <- d[order(d$form, method = "radix"), ]
d[5:6] <- lapply(d[5:6], g)
write_rows(d[if (exists("only")) only else 1:5])
