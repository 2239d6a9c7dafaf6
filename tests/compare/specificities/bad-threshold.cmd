specificities -t -1
