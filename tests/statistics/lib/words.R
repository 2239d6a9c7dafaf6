# The words of a token stream: a list of character vectors, one a speech, named
# by id or by another attribute.  Read by the other scripts here.
read_words <- function(file, attribute = "id") {
	lines <- readLines(file, encoding = "UTF-8")
	speech <- cumsum(grepl("^<speech ", lines))
	tag <- lines[grepl("^<speech ", lines)]
	cell <- strsplit(lines, "\t")
	word <- vapply(cell, function(x) length(x) == 3 && x[2] == "w", NA)
	w <- split(vapply(cell[word], `[`, "", 3),
	    factor(speech[word], seq_along(tag)))
	names(w) <- sub(paste0(".* ", attribute, "=\"([^\"]*)\".*"), "\\1", tag)
	w
}
# A table as the programs write it.
put_table <- function(d) {
	for (k in seq_along(d))
		if (is.numeric(d[[k]]))
			d[[k]] <- sprintf("%.10g", d[[k]])
	write.table(d, sep = "\t", quote = FALSE, row.names = FALSE)
}
