# Intervals of indices of richness that N and V alone make, each speech left out
# in turn; less what the jackknife's variance of ln V has too much of, with the
# types that as many speeches more would bring by Efron & Thisted (1976).
source("lib/words.R")
s <- read_words("speeches.vrt")
n <- length(s)
count <- function(s) {
	f <- table(unlist(s))
	c(N = sum(f), V = length(f), one = sum(f == 1), two = sum(f == 2))
}
index <- list(ttr = function(N, V) V / N,
    guiraud_r = function(N, V) V / sqrt(N),
    carroll_cttr = function(N, V) V / sqrt(2 * N),
    herdan_c = function(N, V) log(V) / log(N),
    dugast_u = function(N, V) log10(N)^2 / (log10(N) - log10(V)),
    maas_a = function(N, V) sqrt((log10(N) - log10(V)) / log10(N)^2),
    maas_a2 = function(N, V) (log10(N) - log10(V)) / log10(N)^2,
    summer_s = function(N, V) log10(log10(V)) / log10(log10(N)),
    brunet_w = function(N, V) N^(V^-0.172))
x <- count(s)
N <- x["N"]
V <- x["V"]
k <- tabulate(table(unlist(lapply(s, unique))), n)
i <- seq_len(n)
new <- sum(-(-1)^i * pbinom(i - 1, n, .5, lower.tail = FALSE) * k)
excess <- k[1] * ((1 - 1 / n) / (V - k[1] / n))^2 - new / V^2
d <- data.frame(part = "all", speeches = n, words = N, types = V,
    hapax = x["one"], dis = x["two"])
for (name in names(index)) {
	f <- index[[name]]
	v <- vapply(i, function(i) {
		x <- count(s[-i])
		log(f(x["N"], x["V"]))
	}, 0)
	slope <- log(f(N, V + 1) / f(N, V - 1)) / log((V + 1) / (V - 1))
	var <- (n - 1) / n * sum((v - mean(v))^2) - slope^2 * excess
	reach <- qt(.975, n - 1) * sqrt(var)
	d[[name]] <- f(N, V)
	d[[paste0(name, "_low")]] <- f(N, V) * exp(-reach)
	high <- f(N, V) * exp(reach)
	if (name %in% c("ttr", "herdan_c", "summer_s"))
		high <- min(high, 1)
	d[[paste0(name, "_high")]] <- high
}
d$units <- n
put_table(d)
