read-conllu | awk -F '"' '/<speech/ { print length($2) }'
