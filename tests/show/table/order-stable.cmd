table -o b
