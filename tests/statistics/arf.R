# Average reduced frequency of the forms of all speeches as one text, from its
# definition (Savický and Hlaváčová 2002).
source("lib/words.R")
w <- unlist(read_words("speeches.vrt"), use.names = FALSE)
n <- length(w)
arf <- function(p) {
	v <- n / length(p)
	sum(pmin(diff(c(p, p[1] + n)), v)) / v
}
place <- split(seq_len(n), w)
freq <- lengths(place)
o <- order(-freq, names(place), method = "radix")
o <- o[freq[o] >= 2]
put_table(data.frame(type = names(place)[o], freq = freq[o],
    arf = vapply(place[o], arf, 0)))
