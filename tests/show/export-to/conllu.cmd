export-to -f conllu petit.vrt
