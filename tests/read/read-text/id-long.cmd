read-text | awk -F '"' '/<speech/ { print length($2) }'
