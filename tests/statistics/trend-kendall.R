# Kendall's tau-b by cor.test, Mann-Kendall by its formulas, p over all orders
# of the 8 rates, Theil-Sen by all pairs.
source("trend-lib.r")
x <- read_counts("trend.tsv")
year <- as.numeric(colnames(x$f))
n <- length(year)
orders <- function(v) if (length(v) < 2) list(v) else
	unlist(lapply(seq_along(v), function(i)
	    lapply(orders(v[-i]), function(r) c(v[i], r))), FALSE)
all <- do.call(rbind, orders(1:n))
pair <- combn(n, 2)
mk <- function(v) sum(sign(v[pair[2, ]] - v[pair[1, ]]))
d <- do.call(rbind, lapply(rownames(x$f), function(w) {
	v <- x$f[w, ] / x$t
	s <- mk(v)
	t <- table(v)
	var <- (n * (n - 1) * (2 * n + 5) - sum(t * (t - 1) * (2 * t + 5))) / 18
	null <- rowSums(sign(matrix(v[all[, pair[2, ]]], nrow(all)) -
	    matrix(v[all[, pair[1, ]]], nrow(all))))
	data.frame(form = w, tau = suppressWarnings(
	    cor.test(year, v, method = "kendall")$estimate),
	    mk = s, var = var, z = (s - sign(s)) / sqrt(var),
	    sen = median(1000 * (v[pair[2, ]] - v[pair[1, ]]) /
	    (year[pair[2, ]] - year[pair[1, ]])),
	    p = min(1, 2 * mean(null >= abs(s))))
}))
d$q <- p.adjust(d$p, "BH")
d <- by_p(d, d$p, d$form)
d[2:8] <- lapply(d[2:8], g)
write_rows(d)
