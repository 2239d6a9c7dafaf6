# Greenacre's table of smokers by ca::ca, 5 staff groups by 4 habits.
library(ca)
t <- read.delim("smoke.tsv", quote = "")
x <- xtabs(freq ~ form + part, t)
a <- ca(unclass(x))
side <- function(kind, names, mass, dist, inertia, std) {
	coord <- sweep(std, 2, a$sv, "*")
	d <- data.frame(kind, name = names, mass, inertia,
	    quality = rowSums(coord^2) / dist^2)
	for (k in seq_along(a$sv)) {
		d[[paste0("coord_", k)]] <- coord[, k]
		d[[paste0("ctr_", k)]] <- 1000 * mass * std[, k]^2
		d[[paste0("cos2_", k)]] <- coord[, k]^2 / dist^2
	}
	d
}
d <- rbind(
    side("part", a$colnames, a$colmass, a$coldist, a$colinertia, a$colcoord),
    side("term", a$rownames, a$rowmass, a$rowdist, a$rowinertia, a$rowcoord))
# the sign: the part farthest from the centre is positive
for (k in grep("^coord_", names(d))) {
	p <- d[d$kind == "part", k]
	d[[k]] <- d[[k]] * sign(p[which.max(abs(p))])
}
d <- d[order(d$kind, d$name, method = "radix"), ]
for (k in 3:ncol(d))
	d[[k]] <- sprintf("%.10g", d[[k]])
write.table(d, sep = "\t", quote = FALSE, row.names = FALSE)
