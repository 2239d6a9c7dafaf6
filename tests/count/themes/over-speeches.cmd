printf "theme\tentry\nx\tpouvoir d'achat\ny\tla loi\n" >$TMPDIR/d; themes -b id -d $TMPDIR/d
