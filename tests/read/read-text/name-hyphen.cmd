printf "Bonjour.\n" >"$TMPDIR/-q.txt"; cd "$TMPDIR" && read-text ./-q.txt && read-text -- -q.txt
