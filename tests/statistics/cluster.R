# hclust() and cutree() on R's eurodist, the road distances of 21 towns, in
# the columns of cluster; the towns are sorted, so both number alike.
m <- as.matrix(eurodist)
o <- order(rownames(m), method = "radix")
m <- m[o, o]
write.table(data.frame(part = rownames(m), m, check.names = FALSE),
    "cluster.tsv", sep = "\t", quote = FALSE, row.names = FALSE)
rows <- NULL
for (method in c("ward.D2", "average", "complete")) {
	h <- hclust(as.dist(m), method)
	n <- nrow(m)
	least <- size <- integer(n - 1)
	name <- function(i) if (i < 0) rownames(m)[-i] else paste0("#", i)
	for (k in 1:(n - 1)) {
		i <- h$merge[k, ]
		first <- ifelse(i < 0, -i, least[abs(i)])
		least[k] <- min(first)
		size[k] <- sum(ifelse(i < 0, 1, size[abs(i)]))
		i <- i[order(first)]
		rows <- rbind(rows, data.frame(method, step = k,
		    left = name(i[1]), right = name(i[2]),
		    height = sprintf("%.10g", h$height[k]), size = size[k]))
	}
	for (k in c(1, 3, 7, 21)) {
		g <- cutree(h, k)
		rows <- rbind(rows, data.frame(method, step = "cut", left = k,
		    right = names(g), height = g, size = ""))
	}
}
write.table(rows, sep = "\t", quote = FALSE, row.names = FALSE)
