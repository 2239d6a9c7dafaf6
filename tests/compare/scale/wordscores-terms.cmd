scale -q -M wordscores -d refs.tsv -T $TMPDIR/t texts.tsv >/dev/null; cat $TMPDIR/t
