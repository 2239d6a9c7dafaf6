themes -U -b id -d dict.tsv units.vrt
