# Heaps by lm() on logarithms; Zipf-Mandelbrot by optim() on the likelihood of
# the ranks seen.
source("lib/words.R")
w <- unlist(read_words("speeches.vrt"))
f <- sort(as.vector(table(w)), decreasing = TRUE)
N <- length(w)
n <- floor(seq_len(8) * N / 8)
v <- vapply(n, function(k) length(unique(w[1:k])), 0L)
fit <- lm(log(v) ~ log(n))
against <- function(p) {
	r <- seq_along(f) + p[2]
	N * log(sum(r^-p[1])) + p[1] * sum(f * log(r))
}
slope <- function(p) {
	r <- seq_along(f) + p[2]
	s <- r^-p[1] / sum(r^-p[1])
	c(sum(f * log(r)) - N * sum(s * log(r)),
	    p[1] * (sum(f / r) - N * sum(s / r)))
}
z <- optim(c(1, 1), against, slope, method = "BFGS",
    control = list(reltol = 1e-16, maxit = 1e4))
put_table(data.frame(words = N, types = length(f), points = length(n),
    heaps_k = exp(coef(fit)[1]), heaps_beta = coef(fit)[2],
    heaps_rms = sqrt(mean(resid(fit)^2)), zipf_a = z$par[1],
    zipf_b = z$par[2],
    zipf_c = 1 / sum((seq_along(f) + z$par[2])^-z$par[1]),
    zipf_loglik = -z$value))
