# (p and q are of deals: not here.)
source("classes-planted.r")
part <- seq_along(text) %% 3
marks(sapply(0:2, function(v) part == v),
    data.frame(attribute = "part", value = 0:2), tests = FALSE)
