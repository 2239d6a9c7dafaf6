factors -m 1 -k 1 -E $TMPDIR/e && cat $TMPDIR/e
