#!/bin/sh
# FactoMineR's textual, told to make capitals small, does so from A to Z alone: État, the
# State, and état are two words of its table, École and école too.
# Versions: r-cran-factominer 2.7-1, r-base-core 4.2.2.20221110-2 (Debian 12).
#
# The argument maj.in.min, which is on if nothing is said, folds Loi and LOI to loi.  A
# capital with an accent stays, so such a word has two rows: état within a sentence,
# État at its beginning and as the institution.  Headings go with the second, as ÉTAT
# becomes État (its other letters are made small).  À is apart from à.
#
# One would have guessed that a package of a French school, whose manual says that
# capitals are made small, knows the capitals of French, as R's own tolower() does.
#
# Why it matters: the table goes on to the same package's analysis of correspondences.
# É begins some of the most frequent nouns of politics (État, école, élus, économie,
# Élysée, énergie).  Who writes headings in capitals or begins sentences by them gets a
# place of his own on the map, and it looks like one of subject.
set -eu
T=$(mktemp -d)
trap 'rm -rf "$T"' EXIT
cd "$T"
apt-get -q download r-base-core=4.2.2.20221110-2 r-cran-factominer=2.7-1 libblas3 liblapack3 \
	libgfortran5 libquadmath0 libgomp1 libtirpc3 libreadline8 libicu72 libpcre2-8-0 >log 2>&1 || {
	cat log >&2
	exit 1
}
for deb in ./*.deb; do dpkg-deb -x "$deb" .; done
ln -sf Renviron.ucf usr/lib/R/etc/Renviron # what its installation makes
export R_HOME="$T/usr/lib/R" LC_ALL=C.UTF-8
lib=$T/usr/lib/x86_64-linux-gnu
export LD_LIBRARY_PATH="$R_HOME/lib:$lib:$lib/blas:$lib/lapack"
cat >words.R <<'R'
# its functions alone: library() asks for the 190 packages that its plots need
invisible(lazyLoad("usr/lib/R/site-library/FactoMineR/R/FactoMineR"))
speeches <- data.frame(text = c("ÉTAT ET ÉCOLE. Élus, élues : à la Loi de l'État.",
                                "À l'état de LOI, ÉLUES et élus, une école et un état."),
                       who = c("Martin", "Petit"))
words <- textual(speeches, num.text = 1, contingence.by = 2)$cont.table
for (word in c("loi", "et", "état", "État", "école", "École", "élus", "Élus",
               "élues", "Élues", "à", "À"))
  cat(paste(word, words["Martin", word], words["Petit", word]), sep = "\n")
cat(paste("tolower:", tolower("ÉTAT ET ÉCOLE")), sep = "\n")
R
"$R_HOME/bin/exec/R" --slave --no-restore --no-environ -f words.R | tee seen
cat >want <<'SEEN'
loi 1 1
et 1 2
état 0 2
État 2 0
école 0 1
École 1 0
élus 0 1
Élus 1 0
élues 1 0
Élues 0 1
à 1 0
À 0 1
tolower: état et école
SEEN
cmp want seen
