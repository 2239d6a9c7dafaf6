specificities -m 0
