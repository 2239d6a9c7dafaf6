select -c lemma mots.vrt
