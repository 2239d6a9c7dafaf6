themes -r -b id -d dict.tsv
