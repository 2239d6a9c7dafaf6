themes -q -d office.tsv office.vrt
