read-text -p '{date:%H}' </dev/null
