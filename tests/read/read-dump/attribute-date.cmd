read-dump -a date=hier </dev/null
