specificities -t 0
