printf '%s\n' la les le l’ >$TMPDIR/l; sh petit.sh | keep -q -l $TMPDIR/l | classes -q -m 4 -N 3 -S 4 -o typical -L 1
