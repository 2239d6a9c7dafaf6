head -n 4 trois.tsv >$TMPDIR/a.tsv && { head -n 1 trois.tsv; sed 1,4d trois.tsv; } | dispersion $TMPDIR/a.tsv -
