specificities -C lexico
