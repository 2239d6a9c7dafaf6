trend -C lexico
