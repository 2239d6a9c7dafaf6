themes -z -b id -d dict.tsv units.vrt
