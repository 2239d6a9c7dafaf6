# factors.R WAY TABLE - correspondence analysis of a count table by R, 5 axes:
# ca::ca of the dense table, or irlba of the sparse one.
args <- commandArgs(TRUE)
suppressMessages(library(Matrix))
t <- read.delim(args[2], quote = "", stringsAsFactors = TRUE)
x <- sparseMatrix(as.integer(t$form), as.integer(t$part), x = t$freq,
    dimnames = list(levels(t$form), levels(t$part)))
if (args[1] == "ca") {
	a <- ca::ca(as.matrix(x), nd = 5)
	print(a$sv[1:5]^2)
} else {
	n <- sum(x)
	s <- Diagonal(x = 1 / sqrt(rowSums(x))) %*% x %*%
	    Diagonal(x = 1 / sqrt(colSums(x)))
	set.seed(1)
	a <- irlba::irlba(s, nv = 6, tol = 1e-10, maxit = 1000)
	print(a$d[-1]^2)
}
