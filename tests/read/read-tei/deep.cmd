awk 'BEGIN { printf "<TEI><text><body>"; for (i = 0; i < 3000; i++) print "<div>" }' | read-tei
