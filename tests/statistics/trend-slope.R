# Poisson regression over the speeches of 2001 to 2007, with the standard error
# and t test of quasi-Poisson, whose dispersion counts as 1 at least.
source("trend-lib.r")
x <- read_counts("trend-speeches.tsv")
y <- read.delim("trend-years.tsv")
year <- y$year[match(colnames(x$f), y$id)]
k <- !is.na(year)
rows <- lapply(rownames(x$f), function(w) {
	m <- glm(x$f[w, k] ~ year[k] + offset(log(x$t[k])), family = quasipoisson,
	    control = list(epsilon = 1e-14, maxit = 100))
	s <- summary(m)
	b <- coef(m)[[2]]
	se <- s$coefficients[2, 2] / sqrt(s$dispersion) *
	    sqrt(max(1, s$dispersion))
	r <- b + c(-1, 1) * qt(.975, m$df.residual) * se
	data.frame(form = w, freq = sum(x$f[w, k]), units = sum(k), slope = b,
	    se = se, phi = s$dispersion, ratio = exp(b), low = exp(r[1]),
	    high = exp(r[2]), p = 2 * pt(-abs(b / se), m$df.residual))
})
d <- do.call(rbind, rows)
d$q <- p.adjust(d$p, "BH")
d <- by_p(d, d$p, d$form)
d[4:11] <- lapply(d[4:11], g)
write_rows(d)
