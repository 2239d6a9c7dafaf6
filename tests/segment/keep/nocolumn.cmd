keep -c lemma mots.vrt
