sh petit.sh | classes -q -m 4 -N 3 -S 4 -B 0 -O $TMPDIR/x >$TMPDIR/out; cmp $TMPDIR/out $TMPDIR/x.segments.tsv; cd $TMPDIR; ls x.*; head -n 1 x.*.tsv
