cluster </dev/null
