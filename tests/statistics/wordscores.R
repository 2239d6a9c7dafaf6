# The example of Laver, Benoit & Garry (2003): V1 has -0.448, se 0.0119; the
# other figures by the formulas, with a second virgin text (R2 and R4 are used
# as such), so that the rescaling of 2003 is defined.
x <- read.delim("wordscores.tsv", quote = "")
y <- unclass(xtabs(freq ~ part + word, x))
known <- c(R1 = -1.5, R2 = NA, R3 = 0, R4 = NA, R5 = 1.5, V1 = NA)
r <- !is.na(known)
p <- prop.table(y, 1)
w <- colSums(p[r, ] * known[r]) / colSums(p[r, ])
ok <- !is.nan(w)
n <- rowSums(y[, ok])
s <- colSums(t(y[, ok]) * w[ok]) / n
se <- sqrt(rowSums(y[, ok] * outer(s, w[ok], function(a, b) (b - a)^2)) / n) /
    sqrt(n)
v <- s[!r]
b <- sd(known[r]) / sd(v)
lbg <- ifelse(r, NA, mean(v) + (s - mean(v)) * b)
m <- (known[["R5"]] - known[["R1"]]) / (s[["R5"]] - s[["R1"]])
mv <- known[["R1"]] + (s - s[["R1"]]) * m
z <- qnorm(.975)
g <- function(x) ifelse(is.na(x), "NA", sprintf("%.10g", ifelse(abs(x) < 1e-12, 0, x)))
write.table(data.frame(part = names(s), known = g(known), words = rowSums(y),
    scored = n, terms = rowSums(y[, ok] > 0), se = g(se), score = g(s),
    low = g(s - z * se), high = g(s + z * se), lbg = g(lbg),
    lbg_low = g(lbg - b * z * se), lbg_high = g(lbg + b * z * se), mv = g(mv),
    mv_low = g(mv - m * z * se), mv_high = g(mv + m * z * se)),
    sep = "\t", quote = FALSE, row.names = FALSE)
