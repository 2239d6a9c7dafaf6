lemmatise -X -d own.tsv pos.vrt
