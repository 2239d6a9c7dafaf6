read-iramuteq -i nom | awk -F '"' '/<speech/ { print length($2) }'
