lemmatise -q -d lefff.mlex -C 1,3 mots.vrt
