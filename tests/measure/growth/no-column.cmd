growth -c lemma texte.vrt
