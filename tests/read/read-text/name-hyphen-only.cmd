printf "Bonjour.\n" >"$TMPDIR/-.txt"; cd "$TMPDIR" && read-text ./-.txt
