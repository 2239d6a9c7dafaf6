growth </dev/null
