printf "<text>\nloi\n</text>\n" >"$TMPDIR/-q.vrt"; cd "$TMPDIR" && read-vrt -t text -o word ./-q.vrt && read-vrt -t text -o word -- -q.vrt
