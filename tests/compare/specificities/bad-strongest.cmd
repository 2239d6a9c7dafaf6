specificities -k x
