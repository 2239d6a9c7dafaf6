# labels.R HOW POINTS WIDTH HEIGHT FOLDER - a picture as the package makes it,
# as PDF with text as text
a <- commandArgs(TRUE)
how <- a[1]
d <- a[5]
read <- function(f) read.delim(file.path(d, f), quote = "", check.names = FALSE,
    encoding = "UTF-8")
pdf(file.path(d, paste0(how, ".pdf")), width = as.numeric(a[3]) / 72,
    height = as.numeric(a[4]) / 72, pointsize = as.numeric(a[2]),
    compress = FALSE, useKerning = FALSE, useDingbats = FALSE,
    encoding = "ISOLatin1.enc")
if (how == "igraph") {
    e <- read("edges.tsv")
    g <- igraph::graph_from_data_frame(e[, c("source", "target", "weight")],
        directed = FALSE)
    set.seed(1)
    plot(g, vertex.label.family = "sans") # not Times, whose widths differ
} else if (how == "igraph-small") { # small vertices, labels beside them, no
    e <- read("edges.tsv")            # weights in the layout, no margins
    g <- igraph::graph_from_data_frame(e[, c("source", "target")],
        directed = FALSE)
    set.seed(1)
    par(mar = c(0, 0, 0, 0))
    plot(g, layout = igraph::layout_with_kk(g), vertex.size = 3,
        vertex.label.dist = 0.7, vertex.label.family = "sans", asp = 0)
} else if (how == "base") {
    f <- read("factors.tsv")
    f <- f[f$kind %in% c("part", "term"), ]
    plot(f$coord_1, f$coord_2, asp = 1, pch = 20)
    text(f$coord_1, f$coord_2, f$name, pos = 4)
} else {
    t <- read("counts.tsv")
    m <- unclass(xtabs(freq ~ ngram + part, t))
    if (how == "ca") {
        plot(ca::ca(m))
    } else {
        lab <- if (how == "FactoMineR-autoLab") "yes" else "auto"
        print(FactoMineR::plot.CA(FactoMineR::CA(m, graph = FALSE),
            autoLab = lab))
    }
}
invisible(dev.off())
