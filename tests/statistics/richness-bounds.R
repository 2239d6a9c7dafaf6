# Intervals of indices of richness, each speech left out in turn; from the
# variance of Guiraud's and Carroll's what ln V has too much of is taken off.
source("lib/words.R")
s <- read_words("speeches.vrt")
n <- length(s)
count <- function(s) {
	f <- table(unlist(s))
	c(N = sum(f), V = length(f), one = sum(f == 1), two = sum(f == 2))
}
index <- list(ttr = function(x) x["V"] / x["N"],
    guiraud_r = function(x) x["V"] / sqrt(x["N"]),
    carroll_cttr = function(x) x["V"] / sqrt(2 * x["N"]))
x <- count(s)
k <- tabulate(table(unlist(lapply(s, unique))), n)
i <- 2:n
excess <- sum((-1)^i * k[i]) / x["V"]^2
d <- data.frame(part = "all", speeches = n, words = x["N"], types = x["V"],
    hapax = x["one"], dis = x["two"])
for (name in names(index)) {
	f <- index[[name]]
	v <- log(vapply(seq_len(n), function(i) f(count(s[-i])), 0))
	var <- (n - 1) / n * sum((v - mean(v))^2)
	if (name != "ttr")
		var <- var - excess
	reach <- qt(.975, n - 1) * sqrt(var)
	d[[name]] <- f(x)
	d[[paste0(name, "_low")]] <- f(x) * exp(-reach)
	d[[paste0(name, "_high")]] <- f(x) * exp(reach)
	if (name == "ttr")
		d$ttr_high <- min(d$ttr_high, 1)
}
d$units <- n
put_table(d)
