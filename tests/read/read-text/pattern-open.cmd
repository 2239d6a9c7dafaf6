read-text -p '{date' </dev/null
