printf "id\tx\ty\na\t1\tq\nb\t2\t\nc\t1\tq\nd\t2\tq\n" >$TMPDIR/d && factors -k 1 -d $TMPDIR/d -b x -b y themes.tsv 2>&1 | sed "s,$TMPDIR,TMP," | grep -v term
