printf "%s\n" "# a comment" JE nobody >$TMPDIR/l && factors -k 2 -m 5 -X $TMPDIR/l smoke.tsv 2>&1 | sed "s,$TMPDIR,TMP,"
