read-text -q
