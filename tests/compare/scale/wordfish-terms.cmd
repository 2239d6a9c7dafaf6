scale -q -M wordfish -L a -R c -T $TMPDIR/t three.tsv >/dev/null; cat $TMPDIR/t
