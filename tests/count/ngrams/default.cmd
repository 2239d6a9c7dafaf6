ngrams petit.vrt
