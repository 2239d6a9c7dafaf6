printf "**** *an_2020\nBonjour.\n" >"$TMPDIR/-q.txt"; cd "$TMPDIR" && read-iramuteq -- -q.txt
