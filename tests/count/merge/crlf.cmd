merge crlf.tsv b.tsv
