cp loi.conllu "$TMPDIR/---"; read-conllu "$TMPDIR/---" 2>&1 | sed 's/.*: no/no/' | tail -n 1
