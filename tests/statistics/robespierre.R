# The table of Lafon (1980): 5 forms in 10 speeches of Robespierre.
# phyper by hand, as textometry 0.1.6 does: the side is that of E.
t <- read.delim("robespierre.tsv", quote = "")
n <- t[t$form == "", ]
t <- t[t$form != "", ]
T <- sum(n$freq)
f <- xtabs(freq ~ form + part, t)
F <- rowSums(f)
size <- n$freq[match(colnames(f), n$part)]
rows <- list()
for (j in seq_along(size)) for (i in seq_along(F)) {
	E <- F[i] * size[j] / T
	S <- if (f[i, j] < E)
		phyper(f[i, j], F[i], T - F[i], size[j], log.p = TRUE) / log(10)
	else
		-phyper(f[i, j] - 1, F[i], T - F[i], size[j], FALSE, TRUE) / log(10)
	rows[[length(rows) + 1]] <- data.frame(part = colnames(f)[j],
	    form = rownames(f)[i], S = sprintf("%.10g", S))
}
d <- do.call(rbind, rows)
d <- d[order(d$part, -as.numeric(d$S), method = "radix"), ]
write.table(d, sep = "\t", quote = FALSE, row.names = FALSE)
