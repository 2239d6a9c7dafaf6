printf "%s\n" "eau	pluie" >$TMPDIR/l && factors -q -k 1 -m 1 -X $TMPDIR/l
