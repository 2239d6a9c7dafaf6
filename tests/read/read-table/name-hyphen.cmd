printf "texte\nBonjour.\n" >"$TMPDIR/-q.csv"; cd "$TMPDIR" && read-table -t texte -- -q.csv
