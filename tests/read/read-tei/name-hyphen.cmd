printf "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><text><body><p>Bonjour.</p></body></text></TEI>" >"$TMPDIR/-q.xml"; cd "$TMPDIR" && read-tei ./-q.xml && read-tei -- -q.xml
