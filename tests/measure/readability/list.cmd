printf 'oui\t2\nbien\t2\n' >$TMPDIR/list && readability -x $TMPDIR/list texte.vrt
