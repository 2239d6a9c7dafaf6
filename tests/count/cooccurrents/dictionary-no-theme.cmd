cooccurrents -p paix -d dict.tsv petit.vrt
