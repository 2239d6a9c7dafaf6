richness -c lemma texte.vrt
