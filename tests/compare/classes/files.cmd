sh petit.sh >$TMPDIR/a; sh petit.sh | sed "s/id=\"d/id=\"e/" >$TMPDIR/b; classes -m 4 -N 3 -S 8 -o drawing $TMPDIR/a $TMPDIR/b
