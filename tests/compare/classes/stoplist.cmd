printf "Dette\nl’\n" >$TMPDIR/l; printf "budget\n" >$TMPDIR/m; sh petit.sh | classes -m 4 -N 3 -S 4 -x $TMPDIR/l -x $TMPDIR/m -o drawing
