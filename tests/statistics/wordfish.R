# The same penalised likelihood of Slapin & Proksch's model by optim(): theta
# of mean 0 and standard deviation 1, beta ~ N(0, 3^2), alpha of the first
# text 0; the se by the information of (alpha, theta) of each text.
x <- read.delim("wordfish.tsv", quote = "")
y <- unclass(xtabs(freq ~ part + form, x))
n <- nrow(y)
m <- ncol(y)
std <- function(v) (v - mean(v)) / sd(v)
parts <- function(p) list(theta = std(p[1:n]), a = c(0, p[n + 1:(n - 1)]),
    psi = p[2 * n - 1 + 1:m], b = p[2 * n - 1 + m + 1:m])
eta <- function(q) outer(q$a, q$psi, "+") + outer(q$theta, q$b)
value <- function(p) {
	q <- parts(p)
	e <- eta(q)
	-sum(y * e - exp(e)) + sum(q$b^2) / 18
}
slope <- function(p) {
	q <- parts(p)
	d <- exp(eta(q)) - y
	h <- drop(d %*% q$b)
	u <- q$theta
	h <- (h - mean(h) - u * sum(u * h) / (n - 1)) / sd(p[1:n])
	c(h, rowSums(d)[-1], colSums(d), drop(u %*% d) + q$b / 9)
}
p <- c(1:n, log(rowSums(y) / rowSums(y)[1])[-1], log(colMeans(y)), rep(0, m))
for (i in 1:20)
	p <- optim(p, value, slope, method = "BFGS",
	    control = list(maxit = 10000, reltol = 1e-16))$par
q <- parts(p)
if (q$theta[1] > q$theta[n]) {
	q$theta <- -q$theta
	q$b <- -q$b
}
mu <- exp(eta(q))
se <- sapply(1:n, function(i) {
	h <- matrix(c(sum(mu[i, ]), rep(sum(mu[i, ] * q$b), 2),
	    sum(mu[i, ] * q$b^2)), 2)
	sqrt(solve(h)[2, 2])
})
g <- function(x) sprintf("%.10g", x)
a <- data.frame(part = rownames(y), alpha = g(q$a), theta = g(q$theta),
    se = g(se))
b <- data.frame(part = colnames(y), alpha = colSums(y), theta = g(q$psi),
    se = g(q$b))
write.table(rbind(a, b), sep = "\t", quote = FALSE, row.names = FALSE)
