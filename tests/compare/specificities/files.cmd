printf "part\tform\tfreq\na\tla\t9\n" >$TMPDIR/a.tsv && printf "part\tform\tfreq\nb\tloi\t9\n" | specificities $TMPDIR/a.tsv -
