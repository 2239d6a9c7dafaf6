read-table | awk -F '"' '/<speech/ { print length($2) }'
