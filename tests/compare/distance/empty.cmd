distance </dev/null
