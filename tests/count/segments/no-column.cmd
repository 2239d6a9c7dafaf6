segments -c lemma texte.vrt
