read-dump -a speaker </dev/null
