read-tei | awk -F '"' '/<speech/ { print length($2) }'
