ngrams - autre.vrt
