ngrams -c lemma petit.vrt
