source("classes-planted.r")
forms <- sort(unique(unlist(text)), method = "radix")
has <- t(sapply(text, function(x) forms %in% x))
keep <- colSums(has) >= 3
marks(has[, keep], data.frame(term = forms[keep]))
