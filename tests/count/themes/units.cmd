themes -U -d dict.tsv units.vrt
