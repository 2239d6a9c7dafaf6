ngrams nulle-part.vrt
