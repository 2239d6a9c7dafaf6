# p of trend-break.R, over all orders; ours draws 20,000.
only <- c("form", "p")
source("trend-break.R")
