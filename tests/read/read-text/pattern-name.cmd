read-text -p '{?}' </dev/null
