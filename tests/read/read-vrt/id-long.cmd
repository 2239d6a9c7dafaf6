read-vrt -t text -o word,kind,form | awk -F '"' '/<speech/ { print length($2) }'
