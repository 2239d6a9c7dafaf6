stats -b speaker texte.stem | awk -F'\t' 'NR > 1 && $3 != $4 + $5 + $6 + $7 + $8 { print "bad" } END { print NR }'
