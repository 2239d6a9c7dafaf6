table -f en -c freq,rate t.tsv
