annotate -k =nom -d who.tsv in.vrt
