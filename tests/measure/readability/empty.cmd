readability </dev/null
