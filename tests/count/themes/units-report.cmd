themes -U -r -d dict.tsv units.vrt
