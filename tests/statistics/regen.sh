#!/bin/sh
# regen.sh [CASE ...] - write CASE.want anew with R, from CASE.R.
# Debian: r-base-core r-cran-ca r-cran-factominer r-cran-mass
set -eu
cd "$(dirname "$0")"
[ $# -gt 0 ] || set -- *.R
for r; do
	name=${r%.R}
	Rscript --vanilla "$name.R" >"$name.want.part"
	mv "$name.want.part" "$name.want"
	echo "$name"
done
