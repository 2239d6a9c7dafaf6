# The texts of classes-planted.txt have three vocabularies (a, b, c) and common
# words (n): which class a text is of is known before.
text <- strsplit(readLines("classes-planted.txt"), " ")
kind <- sapply(text, function(x) setdiff(substr(x, 1, 1), "n"))
class <- match(kind, names(sort(-table(kind))))
marks <- function(has, keys, tests = TRUE) {
	rows <- list()
	for (k in 1:3) for (j in seq_len(ncol(has))) {
		x <- suppressWarnings(chisq.test(table(
		    factor(has[, j], c(TRUE, FALSE)),
		    factor(class == k, c(TRUE, FALSE))), correct = FALSE))
		both <- sum(has[, j] & class == k)
		s <- if (both < x$expected[1, 1]) -1 else 1
		rows[[length(rows) + 1]] <- data.frame(class = k, key = j,
		    n_in = both, n_total = sum(has[, j]), size = sum(class == k),
		    N = length(class), percent = 100 * both / sum(has[, j]),
		    chi2 = s * unname(x$statistic), p = x$p.value)
	}
	d <- do.call(rbind, rows)
	d$q <- p.adjust(d$p, "BH")
	d <- d[order(d$class, -round(d$chi2, 10), d$key), ]
	for (n in c("percent", "chi2", "p", "q")) d[[n]] <- sprintf("%.10g", d[[n]])
	d <- cbind(d[1], keys[d$key, , drop = FALSE], d[-(1:2)])
	if (!tests)
		d <- d[setdiff(names(d), c("p", "q"))]
	write.table(d, sep = "\t", quote = FALSE, row.names = FALSE)
}
