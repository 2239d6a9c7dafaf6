printf "pouvoir d'achat\nla loi\n" >$TMPDIR/d; keep -q -d $TMPDIR/d
