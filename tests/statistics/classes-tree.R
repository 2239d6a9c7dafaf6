# The descending classification of classes.txt written down from its rules,
# cell by cell: svd for the axis, every chi-square from its table.
text <- strsplit(readLines("classes.txt"), " ")
forms <- sort(unique(unlist(text)), method = "radix")
m <- t(sapply(text, function(x) as.numeric(forms %in% x)))
m <- m[, colSums(m) >= 3]
leaves <- 6

chi2 <- function(m, right) {
	o <- rbind(colSums(m[!right, , drop = FALSE]),
	    colSums(m[right, , drop = FALSE]))
	if (min(rowSums(o)) == 0) return(0)
	E <- outer(rowSums(o), colSums(o)) / sum(o)
	sum((o - E)^2 / E)
}
split <- function(m) {
	P <- m / sum(m)
	r <- rowSums(P)
	c <- colSums(P)
	d <- svd((P - r %o% c) / sqrt(r %o% c))
	x <- d$u[, 1] / sqrt(r)
	y <- d$v[, 1] / sqrt(c)
	x <- signif(x * sign(y[which.max(abs(y))]), 10)
	o <- order(x)
	best <- 0
	for (k in seq_len(nrow(m) - 1)) if (x[o[k + 1]] > x[o[k]]) {
		to <- rep(FALSE, nrow(m))
		to[o[-seq_len(k)]] <- TRUE
		v <- chi2(m, to)
		if (v > best + 1e-9) { best <- v; right <- to }
	}
	now <- best
	sweeps <- moves <- 0
	repeat {
		moved <- 0
		if (min(sum(right), sum(!right)) < 5) break
		for (i in seq_len(nrow(m))) {
			to <- right
			to[i] <- !to[i]
			v <- chi2(m, to)
			if (v > now + 1e-9) { now <- v; right <- to; moved <- moved + 1 }
		}
		moves <- moves + moved
		sweeps <- sweeps + (moved > 0)
		if (moved == 0) break
	}
	list(right = right, eigenvalue = d$d[1]^2, cut = best, chi2 = now,
	    sweeps = sweeps, moves = moves)
}
loser <- function(n, rows) {
	limit <- round(1.9 * max(rows) / min(rows) + 1.9, 6)
	o <- rbind(rows - n, n)
	E <- outer(rowSums(o), rows) / sum(rows)
	chi <- if (min(n) == 0 && min(o[1, ]) != 0) limit + 1
	else if (min(o[1, ]) == 0 && min(n) != 0) limit - 1
	else if (any(o < 10)) sum((abs(o - E) - .5)^2 / E)
	else sum((o - E)^2 / E)
	if (is.na(chi) || chi <= limit) 0
	else if (n[1] < E[2, 1]) 1 else if (n[2] < E[2, 2]) 2 else 0
}

node <- list(list(parent = NA, row = seq_len(nrow(m)), gone = c(), kids = NULL))
for (s in seq_len(leaves - 1)) {
	open <- Filter(function(i) is.null(node[[i]]$kids), seq_along(node))
	size <- sapply(open, function(i) length(node[[i]]$row))
	first <- sapply(open, function(i) node[[i]]$row[1])
	i <- open[order(-size, first)[1]]
	x <- node[[i]]
	t <- m[x$row, , drop = FALSE]
	keep <- setdiff(which(colSums(t) > (if (i == 1) 0 else 3)), x$gone)
	t <- t[, keep]
	row <- x$row[rowSums(t) > 0]
	t <- t[rowSums(t) > 0, ]
	d <- split(t)
	side <- list(which(!d$right), which(d$right))
	if (length(side[[2]]) > length(side[[1]]) ||
	    (length(side[[2]]) == length(side[[1]]) && side[[2]][1] == 1))
		side <- rev(side)
	rows <- lengths(side)
	n <- sapply(side, function(k) colSums(t[k, , drop = FALSE]))
	lost <- apply(n, 1, loser, rows)
	node[[i]]$split <- c(s, nrow(t), ncol(t), d$eigenvalue, d$cut, d$chi2,
	    d$sweeps, d$moves)
	node[[i]]$kids <- length(node) + 1:2
	for (k in 1:2) node[[length(node) + 1]] <- list(parent = i,
	    row = row[side[[k]]], gone = c(x$gone, keep[lost == k]), kids = NULL)
}

cat("node\tparent\tunits\tsegments\tsplit\tsplit_units\tforms\teigenvalue",
    "chi2_cut\tchi2\tsweeps\tmoves\n", sep = "\t")
for (i in seq_along(node)) {
	x <- node[[i]]
	v <- if (is.null(x$split)) rep("NA", 8) else sprintf("%.10g", x$split)
	cat(i, x$parent, length(x$row), length(x$row), v, sep = "\t")
	cat("\n")
}
