# specificities.R TABLE - specificities of a count table by R's phyper, for the
# cells that are not 0 alone (Tribune tests the others too), then p.adjust.
args <- commandArgs(TRUE)
d <- read.delim(args[1], quote = "", stringsAsFactors = TRUE)
t <- tapply(d$freq, d$part, sum)[d$part]
F <- tapply(d$freq, d$form, sum)[d$form]
T <- sum(d$freq)
low <- d$freq < F * t / T
S <- ifelse(low, phyper(d$freq, F, T - F, t, log.p = TRUE),
    -phyper(d$freq - 1, F, T - F, t, FALSE, TRUE)) / log(10)
q <- p.adjust(10^-abs(S), "BH")
print(sum(q <= 0.05))
