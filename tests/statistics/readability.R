# What needs no syllables: sentences, letters, long words, ASL, LIX and RIX.
source("lib/words.R")
s <- read_words("speeches.vrt")
lines <- readLines("speeches.vrt", encoding = "UTF-8")
sentences <- as.vector(table(factor(cumsum(grepl("^<speech ", lines))
    [lines == "<s>"], seq_along(s))))
letters_of <- lapply(s, function(x) nchar(gsub("[^\\p{L}]", "", x, perl = TRUE)))
words <- lengths(s)
long <- vapply(letters_of, function(x) sum(x > 6), 0L)
d <- data.frame(part = names(s), words = words, sentences = sentences,
    letters = vapply(letters_of, sum, 0L), long_words = long,
    asl = words / sentences, lix = words / sentences + 100 * long / words,
    rix = long / sentences)
put_table(d[order(d$part, method = "radix"), ])
