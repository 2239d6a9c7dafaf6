specificities -m
