# Lafon's table of Robespierre with the other words as a sixth row, by
# FactoMineR::CA.
suppressMessages(library(FactoMineR))
t <- read.delim("robespierre.tsv", quote = "")
n <- t[t$form == "", ]
t <- t[t$form != "", ]
x <- unclass(xtabs(freq ~ form + part, t))
x <- rbind(x, others = n$freq[match(colnames(x), n$part)] - colSums(x))
a <- CA(as.data.frame(x), ncp = 5, graph = FALSE)
side <- function(kind, s) {
	d <- data.frame(kind, name = rownames(s$coord), inertia = s$inertia)
	for (k in 1:5) {
		d[[paste0("coord_", k)]] <- s$coord[, k]
		d[[paste0("ctr_", k)]] <- 10 * s$contrib[, k]
		d[[paste0("cos2_", k)]] <- s$cos2[, k]
	}
	d
}
d <- rbind(side("part", a$col), side("term", a$row))
# the sign: the part farthest from the centre is positive
for (k in grep("^coord_", names(d))) {
	p <- d[d$kind == "part", k]
	d[[k]] <- d[[k]] * sign(p[which.max(abs(p))])
}
d <- d[order(d$kind, d$name, method = "radix"), ]
for (k in 3:ncol(d))
	d[[k]] <- sprintf("%.10g", d[[k]])
write.table(d, sep = "\t", quote = FALSE, row.names = FALSE)
