# What the cases of trend share: a table as a matrix of counts and a vector of
# words, both by period, and how figures are written.
read_counts <- function(file) {
	d <- read.delim(file, quote = "", na.strings = character(),
	    colClasses = c("character", "character", "numeric"))
	n <- d[d[[2]] == "", ]
	d <- d[d[[2]] != "", ]
	f <- unclass(xtabs(d$freq ~ d[[2]] + factor(d$part, n$part)))
	list(f = f, t = setNames(n$freq, n$part))
}
g <- function(x) ifelse(is.na(x), "NA", sprintf("%.10g", x))
write_rows <- function(d) {
	write.table(d, sep = "\t", quote = FALSE, row.names = FALSE)
}
# rising p, NA last, then bytes
by_p <- function(d, p, term) d[order(p, term, method = "radix", na.last = TRUE), ]
