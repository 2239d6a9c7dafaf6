lemmatise -q -X -d own.tsv -C 1,2,,4 freq.vrt
