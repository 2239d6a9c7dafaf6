# Poisson regression by period, years as they are; NA where all is in one of
# the two end periods.
source("trend-lib.r")
x <- read_counts("trend.tsv")
year <- as.numeric(colnames(x$f))
d <- do.call(rbind, lapply(rownames(x$f), function(w) {
	m <- glm(x$f[w, ] ~ year + offset(log(x$t)), family = poisson,
	    control = list(epsilon = 1e-14, maxit = 100))
	s <- summary(m)$coefficients
	phi <- sum(residuals(m, "pearson")^2) / m$df.residual
	data.frame(form = w, slope = s[2, 1], se = s[2, 2], phi = phi,
	    p = s[2, 4])
}))
d <- by_p(d, d$p, d$form)
d[2:5] <- lapply(d[2:5], g)
write_rows(d)
