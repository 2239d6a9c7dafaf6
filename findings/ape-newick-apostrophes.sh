#!/bin/sh
# R's ape reads a name with an apostrophe in a tree as no name, where the tree says it as
# the Newick format does, by two of them.
# Versions: r-cran-ape 5.7-1, r-base-core 4.2.2.20221110-2 (Debian 12; with r-cran-nlme,
# r-cran-lattice, r-cran-digest, r-cran-rcpp).
#
# Quotes stand around a name that has blanks or signs, and a quote within them is written
# twice: 'Val d''Oise'.  read.tree() cuts the name there; the branch has the name NA, with
# a warning of R's about numbers ("NAs introduced by coercion").  Other quoted names keep
# their quotes as a part of the name, so that 'Le Pen' is not the Le Pen of a table.  With
# the apostrophe of print (’) the name comes whole.
#
# One would have guessed that the package in which most people of R read trees undoes the
# one escape that the format has, or refuses the line.
#
# Why it matters: trees of speakers, parties and departments (the tree analysis of
# lexical distances) are drawn in ape; elision puts apostrophes in French names at every
# turn, and the tree is drawn all the same, one leaf without a name.
set -eu
T=$(mktemp -d)
trap 'rm -rf "$T"' EXIT
cd "$T"
apt-get -q download r-base-core=4.2.2.20221110-2 r-cran-ape=5.7-1 r-cran-nlme=3.1.162-1 \
	r-cran-lattice=0.20-45-3 r-cran-digest=0.6.31-1 r-cran-rcpp=1.0.10-1 libblas3 liblapack3 \
	libgfortran5 libquadmath0 libgomp1 libtirpc3 libreadline8 libicu72 libpcre2-8-0 >log 2>&1 || {
	cat log >&2
	exit 1
}
for deb in ./*.deb; do dpkg-deb -x "$deb" .; done
ln -sf Renviron.ucf usr/lib/R/etc/Renviron # what its installation makes
export R_HOME="$T/usr/lib/R" LC_ALL=C.UTF-8
lib=$T/usr/lib/x86_64-linux-gnu
export LD_LIBRARY_PATH="$R_HOME/lib:$lib:$lib/blas:$lib/lapack"
cat >trees.R <<'R'
.libPaths("usr/lib/R/site-library")
for (tree in c("(('Val d''Oise':1,Creuse:2):1,Nord:3);", "(('Val d’Oise':1,Creuse:2):1,Nord:3);",
               "(('Le Pen':1,Creuse:2):1,Nord:3);", "((Le_Pen:1,Creuse:2):1,Nord:3);")) {
  t <- suppressWarnings(ape::read.tree(text = tree))
  cat(tree, paste(t$tip.label, collapse = " | "), paste(t$edge.length, collapse = " "), sep = "\t")
  cat("\n")
}
R
"$R_HOME/bin/exec/R" --slave --no-restore --no-environ -f trees.R | tee seen
cat >want <<'WANTED'
(('Val d''Oise':1,Creuse:2):1,Nord:3);	NA | Creuse | Nord	1 1 2 3
(('Val d’Oise':1,Creuse:2):1,Nord:3);	'Val d’Oise' | Creuse | Nord	1 1 2 3
(('Le Pen':1,Creuse:2):1,Nord:3);	'Le Pen' | Creuse | Nord	1 1 2 3
((Le_Pen:1,Creuse:2):1,Nord:3);	Le_Pen | Creuse | Nord	1 1 2 3
WANTED
cmp want seen
