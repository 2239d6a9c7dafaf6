read-dump -a Orateur=x </dev/null
