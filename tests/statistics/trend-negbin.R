# Negative binomial regression by MASS::glm.nb over the speeches.
source("trend-lib.r")
suppressMessages(library(MASS))
x <- read_counts("trend-speeches.tsv")
y <- read.delim("trend-years.tsv")
year <- y$year[match(colnames(x$f), y$id)]
k <- !is.na(year)
d <- do.call(rbind, lapply(c("climat", "emploi", "guerre"), function(w) {
	v <- data.frame(f = x$f[w, k], year = year[k] - 2004, t = x$t[k])
	m <- glm.nb(f ~ year + offset(log(t)), v,
	    control = glm.control(epsilon = 1e-14, maxit = 500))
	# to the top of the likelihood: glm.nb itself stops a little before it
	for (i in 1:50) {
		th <- theta.ml(v$f, fitted(m), limit = 500, eps = 1e-14)
		m <- glm(f ~ year + offset(log(t)), negative.binomial(th), v,
		    control = glm.control(epsilon = 1e-14, maxit = 500))
	}
	s <- summary(m, dispersion = 1)$coefficients
	data.frame(form = w, slope = s[2, 1], se = s[2, 2],
	    alpha = 1 / as.numeric(th), p = s[2, 4])
}))
d <- by_p(d, d$p, d$form)
d[2:5] <- lapply(d[2:5], g)
write_rows(d)
