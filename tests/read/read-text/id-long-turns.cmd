read-text -u turn | awk -F '"' '/<speech/ { print length($2) }'
