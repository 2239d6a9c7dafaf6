#!/bin/sh
# R's psych weights disagreements by the alphabet: cohen.kappa() given two ordered factors
# puts favorable between défavorable and neutre.
# Versions: r-cran-psych 2.2.9-1, r-base-core 4.2.2.20221110-2 (Debian 12; with
# r-cran-mnormt, r-cran-lattice, r-cran-nlme).
#
# Of the table of two such factors the weighted kappa is .76, of the factors themselves
# .49: the levels of a data frame are forgotten, and the names sorted.  Their numbers in
# place of the names give .76 too, and so do the levels named once more in an argument
# that the manual has for levels which nobody used.  The unweighted kappa is the same.
#
# One would have guessed that weights go by the order of an ordered factor, which is what it
# is for, as they do for the table; or that names are refused where weights need an order.
#
# Why it matters: the weighted kappa is what is reported of two people who code speeches on
# a scale, where a step apart is less grave than two.  Few French scales stand in the order
# of the alphabet (faible, moyen, fort does not), and the figure is as plausible as the right
# one: a coding that is good enough is thrown away, or one that is not is kept.
set -eu
T=$(mktemp -d)
trap 'rm -rf "$T"' EXIT
cd "$T"
apt-get -q download r-base-core=4.2.2.20221110-2 r-cran-psych=2.2.9-1 r-cran-mnormt=2.1.1-2 \
	r-cran-lattice=0.20-45-3 r-cran-nlme=3.1.162-1 libblas3 liblapack3 \
	libgfortran5 libquadmath0 libgomp1 libtirpc3 libreadline8 libicu72 libpcre2-8-0 >log 2>&1 || {
	cat log >&2
	exit 1
}
for deb in ./*.deb; do dpkg-deb -x "$deb" .; done
ln -sf Renviron.ucf usr/lib/R/etc/Renviron # what its installation makes
export R_HOME="$T/usr/lib/R" LC_ALL=C.UTF-8
lib=$T/usr/lib/x86_64-linux-gnu
export LD_LIBRARY_PATH="$R_HOME/lib:$lib:$lib/blas:$lib/lapack"
cat >kappa.R <<'R'
.libPaths("usr/lib/R/site-library")
library(psych)
scale <- c("défavorable", "neutre", "favorable")
coder <- function(...) factor(scale[c(...)], levels = scale, ordered = TRUE)
one <- coder(rep(1:3, each = 10))
two <- coder(rep(1, 7), rep(2, 3), 1, rep(2, 7), rep(3, 2), rep(2, 3), rep(3, 7))
both <- data.frame(one, two)
print(table(one, two))
show <- function(what, k) cat(sprintf("%s\tkappa %.3f\tweighted %.3f\n", what, k$kappa, k$weighted.kappa))
show("table", cohen.kappa(table(one, two)))
show("factors", cohen.kappa(both))
show("numbers", cohen.kappa(sapply(both, as.integer)))
show("factors, levels named", cohen.kappa(both, levels = scale))
cat("order taken:", paste(rownames(cohen.kappa(both)$agree), collapse = ", "), fill = TRUE)
R
"$R_HOME/bin/exec/R" --slave --no-restore --no-environ -f kappa.R | tee seen
cat >want <<'SEEN'
             two
one           défavorable neutre favorable
  défavorable           7      3         0
  neutre                1      7         2
  favorable             0      3         7
table	kappa 0.550	weighted 0.757
factors	kappa 0.550	weighted 0.488
numbers	kappa 0.550	weighted 0.757
factors, levels named	kappa 0.550	weighted 0.757
order taken: défavorable, favorable, neutre
SEEN
cmp want seen
