# Poisson regression over the speeches of 2001 to 2007, with the larger of the
# standard errors of quasi-Poisson, whose dispersion counts as 1 at least, and of
# the sandwich HC2.
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
	X <- model.matrix(m)
	mu <- fitted(m)
	A <- solve(t(X) %*% (X * mu))
	B <- t(X) %*% (X * ((m$y - mu)^2 / (1 - hatvalues(m))))
	se <- max(se, sqrt((A %*% B %*% A)[2, 2]))
	r <- b + c(-1, 1) * qt(.975, m$df.residual) * se
	data.frame(form = w, freq = sum(x$f[w, k]), units = sum(k), slope = b,
	    se = se, phi = s$dispersion, ratio = exp(b), low = exp(r[1]),
	    high = exp(r[2]))
})
d <- do.call(rbind, rows)
d <- d[order(d$form, method = "radix"), ]
d[4:9] <- lapply(d[4:9], g)
write_rows(d)
