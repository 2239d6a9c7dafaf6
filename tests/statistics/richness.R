# Every index of the speeches of each speaker, from its definition.
source("lib/words.R")
ttr <- function(w) length(unique(w)) / length(w)
# Lengths of the factors of MTLD, and of the rest as part of one.
factors <- function(w) {
	n <- 0
	from <- 1
	for (i in seq_along(w))
		if (ttr(w[from:i]) < 0.72) {
			n <- n + 1
			from <- i + 1
		}
	if (from <= length(w))
		n <- n + (1 - ttr(w[from:length(w)])) / (1 - 0.72)
	n
}
starts <- function(w)
	vapply(seq_along(w), function(i) {
		x <- c(w[i:length(w)], w)[seq_along(w)]
		which(vapply(seq_along(x), function(k) ttr(x[1:k]), 0) < 0.72)[1]
	}, 0L)
windows <- function(w, by)
	if (length(w) >= 100)
		vapply(seq(1, length(w) - 99, by), function(i) ttr(w[i:(i + 99)]), 0)
one <- function(name, s) {
	w <- unlist(s)
	f <- as.vector(table(w))
	N <- sum(f)
	V <- length(f)
	hdd <- sum(1 - dhyper(0, f, N - f, 42))
	long <- s[vapply(s, ttr, 0) < 0.72]
	data.frame(part = name, speeches = length(s), words = N, types = V,
	    hapax = sum(f == 1), dis = sum(f == 2), ttr = V / N,
	    guiraud_r = V / sqrt(N), carroll_cttr = V / sqrt(2 * N),
	    herdan_c = log(V) / log(N),
	    dugast_u = log10(N)^2 / (log10(N) - log10(V)),
	    maas_a = sqrt((log10(N) - log10(V)) / log10(N)^2),
	    maas_a2 = (log10(N) - log10(V)) / log10(N)^2,
	    summer_s = log10(log10(V)) / log10(log10(N)),
	    yule_k = 1e4 * (sum(f^2) - N) / N^2, yule_i = V^2 / (sum(f^2) - V),
	    simpson_d = sum(f / N * (f - 1) / (N - 1)),
	    herdan_vm = sqrt(sum((f / N)^2) - 1 / V),
	    honore_h = 100 * log(N) / (1 - sum(f == 1) / V),
	    brunet_w = N^(V^-0.172), sichel_s = sum(f == 2) / V,
	    hdd = hdd / 42, hdd_sum = hdd,
	    mattr = mean(unlist(lapply(s, windows, 1))),
	    msttr = mean(unlist(lapply(s, windows, 100))),
	    mtld = (N / sum(vapply(s, factors, 0)) +
		N / sum(vapply(s, function(x) factors(rev(x)), 0))) / 2,
	    mtld_ma = mean(unlist(lapply(long, starts))))
}
s <- read_words("speeches.vrt", "speaker")
put_table(do.call(rbind, lapply(sort(unique(names(s))),
    function(x) one(x, s[names(s) == x]))))
