types -c lemma a.vrt
