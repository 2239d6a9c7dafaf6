# p of Mann-Kendall over all orders of nine speeches, and over those within the
# speakers: sign() of the rates of each pair of years, a speaker's own.
source("trend-lib.r")
x <- read_counts("../compare/trend/said.tsv")
w <- read.delim("../compare/trend/who.tsv", quote = "", na.strings = character())
f <- x$f[, w$id]
t <- x$t[w$id]
mk_of <- function(year, v, t) {
	r <- tapply(v, year, sum) / tapply(t, year, sum)
	d <- sign(outer(r, r, "-"))
	sum(d[lower.tri(d)])
}
orders <- function(v) if (length(v) < 2) list(v) else
	do.call(c, lapply(unique(v), function(u)
	    lapply(orders(v[-match(u, v)]), function(o) c(u, o))))
# mk of all orders within the groups: sums of those of each
deals <- function(v, group) {
	all <- lapply(split(seq_along(v), group), function(i)
	    sapply(orders(w$year[i]), mk_of, v[i], t[i]))
	sums <- Reduce(function(a, b) c(outer(a, b, "+")), all)
	seen <- sum(sapply(split(seq_along(v), group), function(i)
	    mk_of(w$year[i], v[i], t[i])))
	mean(abs(sums) >= abs(seen))
}
write_rows(data.frame(form = rownames(f),
    p = g(apply(f, 1, deals, rep(1, nrow(w)))),
    p_fixed = g(apply(f, 1, deals, w$speaker))))
