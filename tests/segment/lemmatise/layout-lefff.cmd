lemmatise -X -C lefff -d lefff34.mlex porte.in
