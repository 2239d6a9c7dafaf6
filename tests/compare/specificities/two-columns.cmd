specificities -q -t 0.1
