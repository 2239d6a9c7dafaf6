printf "\357\273\277DETTE\302\240\r\nL\342\200\231\r\nbudget" >$TMPDIR/l; sh petit.sh | classes -q -m 4 -N 3 -S 4 -x $TMPDIR/l -o drawing
