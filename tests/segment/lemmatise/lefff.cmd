lemmatise -d lefff.mlex -C lefff mots.vrt
