export-to -f conllu clash.vrt
