export-to -q -f conllu simple.vrt
