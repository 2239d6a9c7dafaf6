printf "part\tform\tfreq\nnone\tX\t3\nheavy\tX\t1\nnowhere\tX\t9\nnowhere\tY\t1\n" >$TMPDIR/t && factors -k 2 -S $TMPDIR/t smoke.tsv 2>&1 | sed "s,$TMPDIR,TMP,"
