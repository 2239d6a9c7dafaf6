factors -q -E $TMPDIR/e smoke.tsv >/dev/null && cat $TMPDIR/e
