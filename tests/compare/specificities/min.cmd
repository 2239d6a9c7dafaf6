specificities -t 0.1 -m 5
