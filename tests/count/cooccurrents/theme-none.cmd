cooccurrents -d dict.tsv -t pai petit.vrt
