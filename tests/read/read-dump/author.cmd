read-dump -q
