# Words near "de", 3 tokens before to 4 behind it, within the sentence: read
# and counted anew, the measures by phyper and their formulas.
line <- readLines("cooccurrents.vrt", encoding = "UTF-8")
sentence <- cumsum(grepl("^</?(s|p|speech)[ >]", line))
token <- grepl("\t", line)
cell <- strsplit(line[token], "\t")
kind <- sapply(cell, `[`, 1)
form <- sapply(cell, `[`, 2)
sentence <- sentence[token]
at <- which(form == "de")
distance <- sapply(seq_along(form), function(i) {
	d <- i - at[sentence[at] == sentence[i]]
	d <- d[d >= -3 & d <= 4]
	if (length(d) == 0 || any(d == 0))
		return(NA)
	d <- d[abs(d) == min(abs(d))]
	max(d) # of two pivots as near the one before
})
counts <- kind == "w"
near <- counts & !is.na(distance)
T <- sum(counts)
t <- sum(near)
word <- sort(unique(form[counts]), method = "radix")
F <- sapply(word, function(w) sum(form == w & counts))
f <- sapply(word, function(w) sum(form == w & near))
inside <- sapply(word, function(w) sum(form[at] == w))
keep <- F >= 2 & F > inside
word <- word[keep]; F <- F[keep]; f <- f[keep]
E <- F * t / T
below <- f < E
lnp <- ifelse(below, phyper(f, F, T - F, t, log.p = TRUE),
    phyper(f - 1, F, T - F, t, FALSE, TRUE))
g2 <- function(f, F) {
	o <- matrix(c(f, F - f, t - f, T - F - t + f), 2)
	e <- outer(rowSums(o), colSums(o)) / T
	sign(f - F * t / T) * 2 * sum(ifelse(o > 0, o * log(o / e), 0))
}
d <- data.frame(term = word, f = f, F = F, t = t, T = T, E = E,
    S = ifelse(below, 1, -1) * lnp / log(10), p = pmin(1, 2 * exp(lnp)),
    q = p.adjust(pmin(1, 2 * exp(lnp)), "BH"),
    logDice = 14 + log2(2 * f / (F + t)), G2 = mapply(g2, f, F),
    MI = log2(f / E), MI3 = log2(f^3 / E), t_score = (f - E) / sqrt(f),
    distance = sapply(word, function(w) mean(distance[form == w & near])),
    before = sapply(word, function(w) sum(distance[form == w & near] < 0)))
d <- d[d$f >= 2, ]
d <- d[order(-round(d$S, 9), d$term, method = "radix"), ]
for (i in which(sapply(d, is.numeric)))
	d[[i]] <- sprintf("%.10g", d[[i]])
write.table(d, sep = "\t", quote = FALSE, row.names = FALSE)
