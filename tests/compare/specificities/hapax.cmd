specificities -t 0.1
