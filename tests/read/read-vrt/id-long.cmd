read-vrt -t text | awk -F '"' '/<speech/ { print length($2) }'
