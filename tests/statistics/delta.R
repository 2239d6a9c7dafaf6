# Delta of distance.tsv with the 20 most frequent forms, as stylo computes it:
# shares in the whole part, z by scale(), mean |dz|; and its cosine.
t <- read.delim("distance.tsv", quote = "")
f <- unclass(xtabs(freq ~ part + form, t))
f <- f[order(rownames(f), method = "radix"), ]
n <- 20
top <- order(-colSums(f), colnames(f), method = "radix")[1:n]
z <- scale((f / rowSums(f))[, top])
rows <- NULL
for (m in c("delta", "delta-cosine"))
	for (a in 1:(nrow(z) - 1)) for (b in (a + 1):nrow(z)) {
		x <- z[a, ]
		y <- z[b, ]
		d <- if (m == "delta") mean(abs(x - y)) else
			1 - sum(x * y) / sqrt(sum(x^2) * sum(y^2))
		rows <- rbind(rows, data.frame(part = rownames(z)[a],
		    other = rownames(z)[b], distance = sprintf("%.10g", d)))
	}
write.table(rows, sep = "\t", quote = FALSE, row.names = FALSE)
