# By hand; the left of the Manifesto Project is 103 .. 701, the right 104 ..
# 606 (Laver & Budge), of which the table has three each.
x <- read.delim("balance.tsv", quote = "")
words <- x$freq[is.na(x$theme)]
y <- unclass(xtabs(freq ~ part + theme, x[!is.na(x$theme), ]))
L <- rowSums(y[, c("103", "202", "504")])
R <- rowSums(y[, c("104", "401", "605")])
g <- function(x) ifelse(is.finite(x), sprintf("%.10g", x), "NA")
z <- qnorm(.975)
around <- function(name, v, se) setNames(data.frame(g(v), g(v - z * se),
    g(v + z * se)), paste0(name, c("", "_low", "_high")))
b <- (R - L) / (R + L)
write.table(cbind(data.frame(part = rownames(y), words = words, left = L, right = R),
    around("net", 100 * (R - L) / words, 100 * sqrt(R + L) / words),
    around("balance", b, ifelse(R * L > 0, sqrt((1 - b^2) / (R + L)), NA)),
    around("logit", log((R + .5) / (L + .5)), sqrt(1 / (R + .5) + 1 / (L + .5)))),
    sep = "\t", quote = FALSE, row.names = FALSE)
