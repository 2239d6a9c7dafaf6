# Supplementary parts, categories and terms, by FactoMineR::CA: the category's
# column is the sum of its parts that are in the analysis.
suppressMessages(library(FactoMineR))
t <- read.delim("factors-sup.tsv", quote = "")
x <- unclass(xtabs(freq ~ form + part, t))
s <- read.delim("factors-sup-speeches.tsv", quote = "")
active <- setdiff(colnames(x), c("c", "h"))
for (v in unique(s$camp))
	x <- cbind(x, rowSums(x[, intersect(active, s$id[s$camp == v])]))
colnames(x)[9:10] <- paste0("camp=", unique(s$camp))
sup <- readLines("factors-sup-terms.txt")
a <- CA(as.data.frame(x), ncp = 4, graph = FALSE,
    row.sup = which(rownames(x) %in% sup), col.sup = c(3, 8, 9, 10))
side <- function(kind, s) {
	d <- data.frame(kind, name = rownames(s$coord),
	    quality = rowSums(s$cos2[, 1:4]))
	for (k in 1:4) {
		d[[paste0("coord_", k)]] <- s$coord[, k]
		d[[paste0("ctr_", k)]] <-
		    if (is.null(s$contrib)) NA else 10 * s$contrib[, k]
		d[[paste0("cos2_", k)]] <- s$cos2[, k]
	}
	d
}
side_by <- function(d)
	d[order(grepl("=", d$name), d$name, method = "radix"), ]
d <- rbind(side_by(side("part", a$col)), side_by(side("sup-part", a$col.sup)),
    side_by(side("term", a$row)), side_by(side("sup-term", a$row.sup)))
# the sign: the part farthest from the centre is positive
for (k in grep("^coord_", names(d))) {
	p <- d[d$kind == "part", k]
	d[[k]] <- d[[k]] * sign(p[which.max(abs(p))])
}
for (k in 3:ncol(d))
	d[[k]] <- ifelse(is.na(d[[k]]), "NA", sprintf("%.10g", d[[k]]))
write.table(d, sep = "\t", quote = FALSE, row.names = FALSE)
