read-dump -a id=x </dev/null
