specificities -z
