# Distances between all parts of distance.tsv, and of robespierre.tsv, whose
# margin rows count more than its forms: one block a measure, by the formulas.
measure <- list(
	labbe = function(x, y, nx, ny, w) {
		if (nx > ny) {
			t <- x; x <- y; y <- t
			t <- nx; nx <- ny; ny <- t
		}
		E <- y * nx / ny
		use <- x > 0 | E >= 1
		sum(abs(x - E)[use]) / (nx + sum(E[E >= 1]))
	},
	l1 = function(x, y, nx, ny, w) sum(abs(x / nx - y / ny)) / 2,
	cosine = function(x, y, nx, ny, w)
		1 - sum(x * y) / sqrt(sum(x^2) * sum(y^2)),
	chi2 = function(x, y, nx, ny, w) sqrt(sum((x / nx - y / ny)^2 / w)),
	`js-divergence` = function(x, y, nx, ny, w) {
		p <- x / nx
		q <- y / ny
		m <- (p + q) / 2
		kl <- function(a) sum(ifelse(a > 0, a * log2(a / m), 0))
		(kl(p) + kl(q)) / 2
	},
	js = function(x, y, nx, ny, w)
		sqrt(measure$`js-divergence`(x, y, nx, ny, w)),
	hellinger = function(x, y, nx, ny, w)
		sqrt(sum((sqrt(x / nx) - sqrt(y / ny))^2) / 2),
	jaccard = function(x, y, nx, ny, w)
		1 - sum(x > 0 & y > 0) / sum(x > 0 | y > 0))

rows <- NULL
for (file in c("distance.tsv", "robespierre.tsv")) {
	t <- read.delim(file, quote = "")
	names(t) <- c("part", "form", "freq")
	f <- xtabs(freq ~ form + part, t[t$form != "", ])
	f <- f[, order(colnames(f), method = "radix")]
	N <- colSums(f)
	m <- t[t$form == "", ]
	if (nrow(m) > 0)
		N[] <- m$freq[match(colnames(f), m$part)]
	w <- rowSums(f) / sum(N)
	for (k in names(measure))
		for (a in 1:(ncol(f) - 1)) for (b in (a + 1):ncol(f)) {
			x <- f[, a]
			y <- f[, b]
			use <- x > 0 | y > 0
			d <- measure[[k]](x[use], y[use], N[a], N[b], w[use])
			rows <- rbind(rows, data.frame(measure = k,
			    part = colnames(f)[a], other = colnames(f)[b],
			    distance = sprintf("%.10g", d), N_a = N[a],
			    N_b = N[b], V_a = sum(x > 0), V_b = sum(y > 0),
			    common = sum(x > 0 & y > 0)))
		}
}
write.table(rows, sep = "\t", quote = FALSE, row.names = FALSE)
