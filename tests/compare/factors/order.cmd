{ head -n 1 smoke.tsv; sed 1d smoke.tsv | sort -r; } | factors -q -k 3 >$TMPDIR/r && factors -q -k 3 smoke.tsv | cmp - $TMPDIR/r && echo same
