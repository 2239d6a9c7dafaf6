#!/bin/sh
# FactoMineR's descfreq finds that a speaker avoids the words that somebody else said
# once: the rarer the word and the shorter his text, the surer it is.
# Versions: r-cran-factominer 2.7-1, r-base-core 4.2.2.20221110-2 (Debian 12).
#
# A word's p is twice the tail on the side where its count lies.  Of a hapax that he did
# not say, the tail that reaches up to 0 is nearly all there is (995 chances in 1,000 for
# a part of 1 word in 200), twice that is above 1, and what is above 1 is taken from 2:
# p is .01, with a test value of -2.58.  The word said 600 times by others and never by
# him (p = .098) is not listed; the one said 1,000 times comes second to the hapax.
#
# One would have guessed 1 for a doubled p that passes 1, or that an absence which must
# be expected is no difference.
#
# Why it matters: about half of the forms of a corpus are hapaxes.  For each speaker,
# paper or year with less than 2.5 per cent of the words, all those that he lacks are
# listed as significantly rare, thousands of lines among which the words that he does
# avoid are lost, and a threshold of frequency, which one sets to save time, changes what
# is significant.
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
n <- c(1, 2, 5, 50, 600, 1000)
speech <- rbind(Martin = c(rep(0, 6), 500), others = c(n, 99500 - sum(n)))
colnames(speech) <- c(paste("said", n), "rest")
for (alpha in c(0.05, 1)) {
  found <- descfreq(as.data.frame(speech), proba = alpha)$Martin
  cat("p below ", alpha, ":\n", sep = "")
  for (word in rev(rownames(found)[-1]))
    cat(sprintf("%s\tp = %.3f\ttest value %.2f\tchance of none %.3f\n", word, found[word, 5],
                found[word, 6], phyper(0, found[word, 4], 1e5 - found[word, 4], 500)))
}
R
"$R_HOME/bin/exec/R" --slave --no-restore --no-environ -f words.R | tee seen
cat >want <<'SEEN'
p below 0.05:
said.1	p = 0.010	test value -2.58	chance of none 0.995
said.1000	p = 0.013	test value -2.48	chance of none 0.006
said.2	p = 0.020	test value -2.33	chance of none 0.990
said.5	p = 0.050	test value -1.96	chance of none 0.975
p below 1:
said.1	p = 0.010	test value -2.58	chance of none 0.995
said.1000	p = 0.013	test value -2.48	chance of none 0.006
said.2	p = 0.020	test value -2.33	chance of none 0.990
said.5	p = 0.050	test value -1.96	chance of none 0.975
said.600	p = 0.098	test value -1.65	chance of none 0.049
said.50	p = 0.443	test value -0.77	chance of none 0.778
SEEN
cmp want seen
